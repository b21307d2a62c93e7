/** The examples of `npm run partner -- init`: what they are written of, and those that build in a minute behind a gateway; the others are in test/long. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STACKS, writeExample } from "../../commands/partner/init/example.js";
import { nextSteps } from "../../commands/partner/init/next-steps.js";
import { projectPath } from "../../platform/config/index.js";
import { SLOW_STACKS } from "../support/partner-example.js";
import { describeExamples } from "../support/partner-example-tests.js";

/** Versions of what an example depends on, whatever its language writes them in. */
const versionsIn = (folder: string): string[] => {
  const [file = ""] = readdirSync(folder).filter((name) =>
    /^(package\.json|requirements\.txt|pom\.xml|go\.mod|Cargo\.toml)$/.test(name),
  );
  const text = readFileSync(join(folder, file), "utf8");
  if (file === "package.json") {
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string>>;
    return Object.values({ ...dependencies, ...devDependencies });
  }
  if (file === "requirements.txt")
    return text
      .trim()
      .split("\n")
      .map((line) => line.replace(/^[\w-]+==/, ""));
  if (file === "go.mod") return [...text.matchAll(/ v([\d.]+)$/gm)].map(([, version]) => version!);
  if (file === "Cargo.toml")
    return [...text.matchAll(/(?:^[\w-]+ = |version = )"=(.*?)"/gm)].map(([, version]) => version!);
  return [...text.matchAll(/<version>(.*)<\/version>/g)].map(([, version]) => version!);
};

describe("the examples", () => describeExamples(STACKS.filter((stack) => !SLOW_STACKS.includes(stack))));

describe("writing an example", () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-partner-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("fills the name in, brings the vectors, and says what comes next", () => {
    const into = join(folder, "housing");
    writeExample("housing", "apollo", into);
    const written = readdirSync(into, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = written.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    expect(texts.filter((text) => text.includes("{{"))).toEqual([]);
    expect(written.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["README.md", "vectors.json", "schema.graphql", ".gitignore"]),
    );
    expect(nextSteps("housing", "apollo", into).join("\n")).toContain(`check housing ${into}/schema.graphql`);
  });

  it.each(STACKS)("names exact versions: %s", (stack) => {
    const into = join(folder, stack);
    writeExample(stack, stack, into);
    const versions = versionsIn(into);
    expect(versions.length).toBeGreaterThan(1);
    for (const version of versions) expect(version).toMatch(/^\d+(\.\d+)+$/);
  });

  it("refuses a folder that holds something, and leaves it as it is", () => {
    const into = mkdtempSync(join(folder, "full-"));
    writeFileSync(join(into, "mine"), "");
    expect(() => writeExample("housing", "apollo", into)).toThrow("is not empty");
    expect(() => writeExample("housing", "apollo", join(into, "mine"))).toThrow("is not empty");
    expect(readdirSync(into)).toEqual(["mine"]);
  });

  it.each(["Housing", "../up", "", "a b", "credit"])("refuses the name %j", (name) =>
    expect(() => writeExample(name, "apollo", join(folder, "refused"))).toThrow(/is no name|is a service/),
  );

  it.each(STACKS)("is known to who begins: %s", (stack) =>
    expect(readFileSync(projectPath("docs/partners/README.md"), "utf8")).toContain(`| \`${stack}\` |`),
  );
});
