/** Log lines are those of one table: what is not in it does not compile, and what nobody logs is not in it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import { createLogger, LOG_EVENTS, logEvent, type LogCode } from "../../../platform/telemetry/index.js";

const HOME = "platform/telemetry/";
const sources = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts"], { cwd: projectPath() })
  .toString()
  .split("\n")
  .filter((file) => /^(commands|gateway|infra|platform|subgraphs)\//.test(file) && !file.startsWith(HOME))
  .map((file) => ({ file, text: readFileSync(projectPath(file), "utf8") }));

const written = (log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] => {
  const lines: Record<string, unknown>[] = [];
  const write = (text: string): void => void lines.push(JSON.parse(text) as Record<string, unknown>);
  log(createLogger({ name: "test", level: "debug", destination: { write } }));
  return lines;
};

describe("log events", () => {
  it("are written with code, level and message of the table", () => {
    expect(
      written((log) => {
        logEvent(log, "POLICY_MISMATCH", { own: "a", gateway: "b" });
        logEvent(log, "REQUEST_REFUSED", { refusal: "NOT_FOUND" }, "debug");
      }),
    ).toEqual([
      expect.objectContaining({
        level: 40,
        code: "POLICY_MISMATCH",
        own: "a",
        gateway: "b",
        msg: LOG_EVENTS.POLICY_MISMATCH.message,
      }),
      expect.objectContaining({ level: 20, code: "REQUEST_REFUSED", refusal: "NOT_FOUND" }),
    ]);
  });

  it("are the only lines: nobody logs past the table", () => {
    const past = /\b(?:log|logger)(?:\?)?\.(?:trace|debug|info|warn|error|fatal)\(|\b(?:log|logger)\[/;
    // The pattern finds what it is to find.
    for (const line of ['options.log.warn({ code }, "x")', "log[level]({})", "contextValue.log?.debug({})"])
      expect(line).toMatch(past);
    expect(sources.filter(({ text }) => past.test(text)).map(({ file }) => file)).toEqual([]);
    const homes = sources.filter(({ text }) => text.includes("logEvent("));
    expect(homes.length).toBeGreaterThan(5);
    expect(sources.filter(({ text }) => /from "pino"/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("have each somebody who says it, and no code or field that is not in the table compiles", () => {
    const saying = sources.filter(({ text }) => text.includes("logEvent"));
    const unsaid = Object.keys(LOG_EVENTS).filter((code) => !saying.some(({ text }) => text.includes(`"${code}"`)));
    expect(unsaid).toEqual([]);
    // Where one of these compiled, the directive above it would not.
    const refused = [
      // @ts-expect-error no such event
      (): LogCode => "NOBODY_SAYS_THIS",
      // @ts-expect-error the table gives no such field to it
      () => written((log) => logEvent(log, "LISTENING", { token: "x" })),
    ];
    expect(refused).toHaveLength(2);
  });
});
