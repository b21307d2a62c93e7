/** ExchangeRow: a row of a national exchange table in the graph, cell by cell, as an exchange file has it. */
import { Directive, Field, ObjectType } from "../graphql/classes/index.js";
import { createConnectionType } from "../graphql/index.js";

/** A row. */
@Directive("@shareable")
@ObjectType({
  description:
    "A row of a national exchange table as everybody may read it today; a file of such rows is loaded again by the import of the same kind (国家交换表的一行).",
})
export class ExchangeRow {
  @Field(() => [String], { description: "Names of the columns, the same for all rows of a table (列名)." })
  columns: readonly string[];

  @Field(() => [String], {
    nullable: "itemsAndList",
    description: "Its cells, one for each column, null where one is empty; null where the row is withheld (各列取值).",
  })
  cells?: readonly (string | null)[];

  @Field(() => String, {
    nullable: true,
    description: "Why nothing of a public record is in the table, such as PERSON or CODE_UNKNOWN (整行不列出的原因).",
  })
  withheld?: string;

  @Field(() => [String], { description: "What of the record has no column here, by reason (未列出内容的原因)." })
  leftOut: readonly string[];
}

/** A page of an exchange table. */
export const ExchangeRowConnection = createConnectionType("ExchangeRow", () => ExchangeRow, "国家交换表", {
  shared: true,
});
