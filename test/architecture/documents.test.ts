/** Generated documents are as the tables say (run npm run docs), the README's commands exist, and CONTRIBUTING names the roles of files. */
import "reflect-metadata";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { renderDocuments } from "../../docs/render.js";

const DOCUMENTS = [...(await renderDocuments())];

describe("documents", () => {
  it.each(DOCUMENTS)("%s is as its table says", (path, text) =>
    expect(readFileSync(projectPath(path), "utf8")).toBe(text),
  );

  it("every command of the README is a script, every linked file exists", () => {
    const readme = readFileSync(projectPath("README.md"), "utf8");
    const { scripts } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const commands = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
    expect(links.filter((target) => !existsSync(projectPath(target)))).toEqual([]);
    expect(commands.length * links.length).toBeGreaterThan(20);
  });

  it("CONTRIBUTING names the roles that files of subgraphs have, and no others", () => {
    const cells = [...readFileSync(projectPath("CONTRIBUTING.md"), "utf8").matchAll(/^\| (`[a-z` -]+`) \|/gm)];
    const named = cells.flatMap(([, cell]) => [...cell!.matchAll(/`([a-z-]+)`/g)].map(([, role]) => role!));
    const roles = readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" }).flatMap(
      (file) => /\.([a-z-]+)\.ts$/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(roles)].sort()).toEqual(named.sort());
  });

  it("comments use no word that the words of the reference replace", () => {
    const refused = [...readFileSync(projectPath("docs/reference/words.md"), "utf8").matchAll(/^\| .+ \| (`.+`) \|$/gm)]
      .flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)])
      .map(([, word]) => word!);
    const used = new RegExp(`\\b(?:${refused.join("|")})\\b`);
    const files = [
      "clients",
      "commands",
      "docs",
      "examples",
      "gateway",
      "infra",
      "platform",
      "schema",
      "subgraphs",
      "test",
    ].flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/\/(gql|node_modules)\//.test(file))
        .map((file) => `${folder}/${file}`),
    );
    const found = files.flatMap((file) =>
      readFileSync(projectPath(file), "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const comment = /^\s*(?:\/?\*|\/\/)(.*)|\s\/\/ (.*)/.exec(line);
          const said = (comment?.[1] ?? comment?.[2] ?? "").replaceAll(/`[^`]*`|"[^"]*"|\S*[/._]\S*/g, "");
          return used.test(said) ? [`${file}:${index + 1}: ${said.trim()}`] : [];
        }),
    );
    expect(found).toEqual([]);
    expect(refused.length).toBeGreaterThan(4);
  });

  it("the changelog tells each change once", () => {
    const changes = readFileSync(projectPath("CHANGELOG.md"), "utf8").match(/^- .*$/gm)!;
    expect(changes.filter((change, index) => changes.indexOf(change) !== index)).toEqual([]);
    expect(changes.length).toBeGreaterThan(50);
  });
});
