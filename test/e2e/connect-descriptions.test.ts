/** `npm run partner -- connect init` on public OpenAPI descriptions of real services, as npm packages ship them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { initMapping } from "../../commands/partner/connect/init-mapping.js";
import { readMappingFile } from "../../commands/partner/connect/mapping-file.js";
import { sdlOf } from "../../platform/connect/index.js";
import { checkMapping } from "../support/connect/connected-gateway.js";
import { runProgram } from "../support/commands.js";
import { installerVariables } from "../support/partner-example.js";

/** Each with where it is from, its licence, and the hash of what was seen. */
const DESCRIPTIONS = [
  {
    // Dialogporten of the Norwegian Digitalisation Agency, OpenAPI 3.0, ISC.
    package: "@digdir/dialogporten-schema@1.118.6",
    integrity: "sha512-lRlFqAF59sK7U1cm4taIZkXatS2/u12cQ6wgg4lmlS/roTtHCEfvLtNO5oCcfnEy8XeC2ZDEWdbXLRKMDOzc5Q==",
    file: "swagger.verified.json",
    paths: ["/api/v1/enduser"],
    queries: 12,
    query: "dialog",
    problems: [],
  },
  {
    // Blockfrost, OpenAPI 3.0, Apache-2.0.
    package: "@blockfrost/openapi@0.1.93",
    integrity: "sha512-gC0NOZk+9MSa5aK846gbcU12VqbZwzVpZmgO6314e9ExJo9g3QsMmniplewOhI5fJQVHR0A7lgCVqk/pbK1iKA==",
    file: "openapi.yaml",
    paths: ["/blocks", "/accounts", "/epochs"],
    queries: 29,
    query: "block",
    problems: [],
  },
] as const;

describe.each(DESCRIPTIONS)("$package", ({ package: name, integrity, file, paths, queries, query, problems }) => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-description-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("becomes a mapping that passes the check as it is, with what looks personal closed", async () => {
    const packed = runProgram(
      ["npm", "pack", name, "--json", "--prefer-offline"],
      { ...installerVariables(), HOME: homedir() },
      folder,
    );
    if ((await packed.ended) !== 0) throw new Error(packed.output());
    const [found] = JSON.parse(packed.output()) as [{ filename: string; integrity: string }];
    expect(found.integrity).toBe(integrity);
    expect(spawnSync("tar", ["xzf", found.filename], { cwd: folder }).status).toBe(0);

    const said = initMapping("described", join(folder, "package", file), {
      folder: join(folder, "out"),
      prefixes: paths,
    });
    expect(said[0]).toContain(`proposes ${queries} queries`);
    const mapping = readMappingFile(join(folder, "out/described.yaml"));
    expect(mapping.queries).toHaveProperty(query);
    const sdl = readFileSync(join(folder, "out/described.graphql"), "utf8");
    expect(sdl).toBe(sdlOf(mapping));
    const { problems: toMend } = await checkMapping("described", sdl);
    expect(toMend.map(({ message }) => message)).toEqual(problems);
  });
});
