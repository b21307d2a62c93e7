/** Datasette, a server of tables as JSON by other authors, installed from PyPI with exact versions and started on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts, runProgram, waitFor } from "../commands.js";
import { installerVariables } from "../partner-example.js";

/** What was installed when the test was written; pip writes no lock. */
const VERSIONS = `aiofiles==25.1.0
anyio==4.16.0
asgi-csrf==0.11
asgiref==3.13.0
certifi==2026.10.19.post1
click==8.5.1
click-default-group==1.2.4
datasette==0.65.5
flexcache==0.3
flexparser==0.4
h11==0.16.0
httpcore==1.0.9
httpx==0.28.1
hupper==1.12.1
idna==3.20
itsdangerous==2.2.0
janus==2.0.0
Jinja2==3.1.6
MarkupSafe==3.0.4
mergedeep==1.3.4
platformdirs==4.14.8
pluggy==1.7.0
python-multipart==0.0.34
PyYAML==6.0.4
typing_extensions==4.16.0
uvicorn==0.54.0
`;

/** A running one. */
export interface Datasette {
  readonly url: string;
  stop(): Promise<void>;
}

/** Installs it, fills a database `permits` with the statements, and starts it. */
export const startDatasette = async (sql: string): Promise<Datasette> => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-datasette-"));
  const python = join(folder, ".venv/bin/python");
  const run = async (...command: readonly string[]): Promise<void> => {
    const ran = runProgram(command, { ...installerVariables(), HOME: homedir() }, folder);
    if ((await ran.ended) !== 0) throw new Error(`${command.join(" ")}: ${ran.output()}`);
  };
  writeFileSync(join(folder, "requirements.txt"), VERSIONS);
  writeFileSync(join(folder, "permits.sql"), sql);
  await run("python3", "-m", "venv", ".venv");
  await run(python, "-m", "pip", "install", "-q", "-r", "requirements.txt");
  await run(python, "-c", 'import sqlite3; sqlite3.connect("permits.db").executescript(open("permits.sql").read())');
  const [port] = await freePorts(1);
  const command = [python, "-m", "datasette", "permits.db", "--host", "127.0.0.1", "--port", String(port)];
  const server = runProgram(command, {}, folder);
  const url = `http://127.0.0.1:${port}`;
  await waitFor(server, async () => {
    try {
      return (await fetch(`${url}/-/versions.json`)).ok;
    } catch {
      return false;
    }
  });
  return {
    url,
    async stop() {
      server.child.kill("SIGKILL");
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
