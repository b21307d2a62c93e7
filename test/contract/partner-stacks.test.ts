/** SDL as eight libraries print it, of one small service with a closed field: it composes with its closure, or is refused rightly. */
import { readdirSync, readFileSync } from "node:fs";
import { checkPartner, type PartnerCheck } from "../../platform/composition/partner/index.js";
import { readInstallation } from "../../commands/partner/installation.js";
import { projectPath } from "../../platform/config/index.js";

const FOLDER = "test/contract/stacks";
const CLOSURE = `@closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15")`;
const OVERLAY = { sdl: `extend type Permit { managerName: String ${CLOSURE} }`, file: "overlay.graphql" };

const sdlOf = (stack: string): string => readFileSync(projectPath(`${FOLDER}/${stack}.graphql`), "utf8");

const checked = (stack: string, overlay?: typeof OVERLAY, sdl = sdlOf(stack)): Promise<PartnerCheck> =>
  checkPartner(
    { name: "permits", url: "", sdl, file: `${stack}.graphql`, ...(overlay ? { overlay } : {}) },
    readInstallation("permits", { owner: undefined, on: "2026-11-29" }),
  );

const COMPOSE = ["async-graphql", "gqlgen", "graphql-java", "mercurius", "pothos", "strawberry", "yoga"];
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  ariadne: [
    "permits: ariadne.graphql:2 links https://specs.govgraph.example/disclosure/v1.0 and uses none of it: your library took the directives out of what it prints, so write them into a file of their own and give it with --overlay; or leave the link out where nothing is to be closed.",
    "permits: Permit.managerName (ariadne.graphql:51) looks like personal data and carries no decision: write @closed(tier, reason, basis), or @open(reviewed, by) where a review found it public.",
  ],
  "pothos-nullable": [
    "permits: Organization.id (pothos-nullable.graphql:13) would break clients of today (Field 'Organization.id' changed type from 'ID!' to 'ID'): write it as the public schema has it.",
  ],
};

const namesOf = (fields: readonly { readonly name: string }[]): string[] => fields.map(({ name }) => name).sort();

describe("what libraries print", () => {
  it.each(COMPOSE)("of %s composes, the closed field closed and nothing else disclosed", async (stack) => {
    const { problems, disclosed, clients } = await checked(stack);
    expect([problems, clients]).toEqual([[], []]);
    expect(namesOf(disclosed.public)).toEqual([
      "Permit.area",
      "Permit.holder",
      "Permit.id",
      "Query.permit",
      "Query.permits",
    ]);
    expect(disclosed.closed).toEqual([
      {
        name: "Permit.managerName",
        type: "String",
        readers: "no one",
        why: "Personal privacy, Regulations on Open Government Information, article 15",
      },
    ]);
  });

  it.each(Object.entries(REFUSED))("of %s is refused in a sentence that says why", async (stack, sentences) =>
    expect((await checked(stack)).problems.map(({ message }) => message)).toEqual(sentences),
  );

  it("and took the directives out composes with an overlay", async () => {
    const { problems, disclosed } = await checked("ariadne", OVERLAY);
    expect(problems).toEqual([]);
    expect(namesOf(disclosed.closed)).toEqual(["Permit.managerName"]);
  });

  it.each(COMPOSE)("of %s with the directive lost is never composed with the field open", async (stack) => {
    const lost = sdlOf(stack).replace(/(managerName: String) @closed\(.*\)/, "$1");
    expect(lost).not.toBe(sdlOf(stack));
    expect((await checked(stack, undefined, lost)).problems.length).toBeGreaterThan(0);
    expect((await checked(stack, OVERLAY, lost)).problems).toEqual([]);
  });

  it("is here of eight libraries, each with its version", () => {
    const stacks = readdirSync(projectPath(FOLDER)).map((file) => file.replace(/\.graphql$/, ""));
    expect(stacks.sort()).toEqual([...COMPOSE, ...Object.keys(REFUSED)].sort());
    for (const stack of stacks) expect(sdlOf(stack)).toMatch(/^# As printed in answer to .* by .* \d+\.\d+/);
  });
});
