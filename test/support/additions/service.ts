/** A service that the product does not have, in the files of its folder: archives, of one noun without a table. */

/** Lines outside the folder: the registry's, behind that of the last service, and the start command's. */
export const REGISTRY_LINE = `
  { "name": "archives", "port": 4007, "enforces": true, "title": "Archives 档案", "holds": "files of cases that ended", "owner": { "zh": "某档案馆（演示）", "en": "Archives (demonstration)" } },`;
export const START_LINE = `
    "start:archives": "node dist/subgraphs/archives/main.js",`;

const AT = "subgraphs/archives";

/** The files of the folder. */
export const SERVICE_FILES: Readonly<Record<string, string>> = {
  [`${AT}/README.md`]: "# archives\n\nKeeps files of cases that ended.\n",
  [`${AT}/main.ts`]: `/** The process of the archives subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { archives } from "./subgraph.js";

await runSubgraph(archives, process.env);
`,
  [`${AT}/context.ts`]: `/** What a request to the archives subgraph carries. */
import type { SubgraphContext } from "../../platform/subgraph/index.js";

export interface ArchivesServices {}

export type ArchivesContext = SubgraphContext<ArchivesServices>;
`,
  [`${AT}/nouns.ts`]: `/** The nouns of the archives service, a line for each. */
export { casefile } from "./casefile/casefile.noun.js";
`,
  [`${AT}/subgraph.ts`]: `/** The archives subgraph. */
import "reflect-metadata";
import { createLoadMarks } from "../../platform/database/index.js";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { ArchivesServices } from "./context.js";
import * as nouns from "./nouns.js";

export const archives = defineSubgraph<ArchivesServices, DemonstrationWorld>({
  name: "archives",
  nouns,
  migrations: [createLoadMarks],
  codes: "the codes on receipts of archives (收据编码)",
  clear: async () => undefined,
  seed: async () => undefined,
});
`,
  [`${AT}/casefile/casefile.type.ts`]: `/** File of a case that ended (归档案卷). */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

@Directive('@key(fields: "shelfmark")')
@ObjectType({ description: "A file of the archives (归档案卷)." })
export class CaseFile {
  @Field(() => ID, { description: "Shelfmark (档号)." })
  shelfmark: string;

  @Field(() => String, { description: "Name of the archives (档案馆)." })
  archives: string;
}
`,
  [`${AT}/casefile/casefile.service.ts`]: `/** Finds files by shelfmark. */
import type { CaseFile } from "./casefile.type.js";

export const createCaseFileService = () => ({
  find: (shelfmark: string): CaseFile | undefined =>
    /^\\d{4}-\\d+$/.test(shelfmark) ? { shelfmark, archives: "Old town" } : undefined,
});
`,
  [`${AT}/casefile/casefile.resolver.ts`]: `/** Root field of files. */
import { Arg, Ctx, ID, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { ArchivesContext } from "../context.js";
import { CaseFile } from "./casefile.type.js";

@Resolver(() => CaseFile)
export class CaseFileResolver {
  @Query(() => CaseFile, { nullable: true, description: "A file by shelfmark (按档号查案卷)." })
  caseFile(
    @Ctx() { services }: ArchivesContext,
    @Arg("shelfmark", () => ID, { description: "Shelfmark (档号)." }) shelfmark: string,
  ): CaseFile | undefined {
    return services.caseFiles.find(shelfmark);
  }
}
`,
  [`${AT}/casefile/casefile.noun.ts`]: `/** File of a case: what this noun adds to the archives service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ArchivesServices } from "../context.js";
import { CaseFileResolver } from "./casefile.resolver.js";
import { createCaseFileService } from "./casefile.service.js";

const services = { caseFiles: createCaseFileService };

declare module "../context.js" {
  interface ArchivesServices extends ServicesOf<typeof services> {}
}

export const casefile: Noun<ArchivesServices> = {
  owns: ["CaseFile"],
  resolvers: [CaseFileResolver],
  references: { CaseFile: ({ shelfmark }, { caseFiles }) => caseFiles.find(String(shelfmark)) },
  services,
};
`,
};
