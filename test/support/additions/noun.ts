/** A noun that no service has, in the files of its folder: notices, with a table, an entity, its lookup and a root field. */

/** The files of the folder, for a service by its name; `Services` and `Context` are what its context.ts exports. */
export const nounFiles = (service: string, { Services, Context }: { Services: string; Context: string }) => {
  const at = `subgraphs/${service}/notice`;
  const head = "/** Notice of the office (公告). */\n";
  return {
    [`${at}/notice.type.ts`]: `${head}import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

@Directive('@key(fields: "no")')
@ObjectType({ description: "A notice of the office (公告)." })
export class OfficeNotice {
  @Field(() => ID, { description: "Number (编号)." })
  no: string;

  @Field(() => String, { description: "Text (内容)." })
  text: string;
}
`,
    [`${at}/notice.rows.ts`]: `${head}import { defineTable, text, type RowOf } from "../../../platform/database/index.js";

export const NOTICES = defineTable("office_notices", { no: text("no"), text: text("text") });

export type NoticeRow = RowOf<typeof NOTICES>;
`,
    [`${at}/notice.repository.ts`]: `${head}import type { Knex } from "knex";
import { NOTICES, type NoticeRow } from "./notice.rows.js";
import type { OfficeNotice } from "./notice.type.js";

const shown = NOTICES.to<OfficeNotice>()();

export const findNotices = async (db: Knex, nos: readonly string[]): Promise<OfficeNotice[]> =>
  ((await db("office_notices").select(NOTICES.columns()).whereIn("no", [...nos])) as NoticeRow[]).map((row) => shown(row, {}));
`,
    [`${at}/notice.service.ts`]: `${head}import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findNotices } from "./notice.repository.js";
import type { OfficeNotice } from "./notice.type.js";

export interface NoticeService {
  find(no: string): Promise<OfficeNotice | undefined>;
}

export const createNoticeService = ({ db }: ServiceDependencies): NoticeService => {
  const byNo = createKeyLoader(
    (nos) => findNotices(db, nos),
    ({ no }) => no,
  );
  return { find: (no) => byNo.load(no) };
};
`,
    [`${at}/notice.resolver.ts`]: `${head}import { Arg, Ctx, ID, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { ${Context} } from "../context.js";
import { OfficeNotice } from "./notice.type.js";

@Resolver(() => OfficeNotice)
export class NoticeResolver {
  @Query(() => OfficeNotice, { nullable: true, description: "A notice by number (按编号查公告)." })
  officeNotice(
    @Ctx() { services }: ${Context},
    @Arg("no", () => ID, { description: "Number (编号)." }) no: string,
  ): Promise<OfficeNotice | undefined> {
    return services.notices.find(no);
  }
}
`,
    [`${at}/migrations/20270101000000_create_office_notices.ts`]: `${head}import type { Migration } from "../../../../platform/database/index.js";

export const createOfficeNotices: Migration = {
  name: "20270101000000_create_office_notices",
  async up(knex) {
    await knex.schema.createTable("office_notices", (table) => {
      table.text("no").primary();
      table.text("text").notNullable();
    });
    await knex("office_notices").insert({ no: "${service}-1", text: "Closed on Monday." });
  },
  async down(knex) {
    await knex.schema.dropTable("office_notices");
  },
};
`,
    [`${at}/notice.noun.ts`]: `${head}import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ${Services} } from "../context.js";
import { createOfficeNotices } from "./migrations/20270101000000_create_office_notices.js";
import { NoticeResolver } from "./notice.resolver.js";
import { createNoticeService } from "./notice.service.js";

const services = { notices: createNoticeService };

declare module "../context.js" {
  interface ${Services} extends ServicesOf<typeof services> {}
}

export const notice: Noun<${Services}> = {
  owns: ["OfficeNotice"],
  resolvers: [NoticeResolver],
  references: { OfficeNotice: ({ no }, { notices }) => notices.find(String(no)) },
  migrations: [createOfficeNotices],
  services,
};
`,
  };
};

/** The line of nouns.ts that makes the folder part of its service. */
export const NOUN_LINE = 'export { notice } from "./notice/notice.noun.js";\n';
