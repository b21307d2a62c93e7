/** A public field that no measure has: column, migration and what the graph shows, in the noun's own files. */
import type { ProjectCopy } from "../project-copy.js";

const AT = "subgraphs/credit/measure";

/** Adds it to the copy: `CreditMeasure.remark`, the same for every measure that is there. */
export const addField = (copy: ProjectCopy): void => {
  copy.insert(
    `${AT}/measure.type.ts`,
    "\n  basisLaw: string;\n",
    `\n  @Field(() => String, { nullable: true, description: "Remark (备注)." })\n  remark?: string;\n`,
  );
  copy.insert(`${AT}/measure.rows.ts`, '\n  basisLaw: text("basis_law"),\n', '  remark: text("remark").byDefault(),\n');
  copy.add({
    [`${AT}/migrations/20270101000100_add_remark.ts`]: `/** Remark on a measure (备注). */
import type { Migration } from "../../../../platform/database/index.js";

export const addRemark: Migration = {
  name: "20270101000100_add_remark",
  async up(knex) {
    await knex.schema.alterTable("measures", (table) => table.text("remark").notNullable().defaultTo("As of 2027."));
  },
  async down(knex) {
    await knex.schema.alterTable("measures", (table) => table.dropColumn("remark"));
  },
};
`,
  });
  copy.insert(
    `${AT}/measure.noun.ts`,
    'import { createMeasureService } from "./measure.service.js";\n',
    'import { addRemark } from "./migrations/20270101000100_add_remark.js";\n',
  );
  copy.insert(`${AT}/measure.noun.ts`, "\n  resolvers: [MeasureResolver],\n", "  migrations: [addRemark],\n");
};
