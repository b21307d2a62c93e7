/** Documents and what each says of others. */
import type { Migration } from "../../../../platform/database/index.js";

/** Tables of documents. */
export const createPublicDocuments: Migration = {
  name: "20261130151000_create_public_documents",
  async up(knex) {
    await knex.schema.createTable("public_documents", (table) => {
      table.text("index_no").primary();
      table.text("document_no");
      table.text("title").notNullable();
      table.text("issuer_name").notNullable();
      table.text("issuer_id");
      table.text("issuer_uscc");
      table.text("division_code").notNullable();
      table.text("genre").notNullable();
      table.text("topic").notNullable();
      table.text("subtopic");
      table.specificType("keywords", "text[]").notNullable().defaultTo("{}");
      table.text("summary");
      table.text("body");
      table.boolean("normative").notNullable();
      table.date("created_on").notNullable();
      table.date("published_on");
      table.date("valid_from").notNullable();
      table.date("valid_until");
      table.integer("version").notNullable().defaultTo(1);
      table.specificType("search", "tsvector").notNullable();
      table.index(["issuer_id", "created_on", "index_no"]);
      table.index(["created_on", "index_no"]);
    });
    await knex.raw("create index public_documents_search_index on public_documents using gin (search)");
    await knex.raw("create index public_documents_number_index on public_documents (document_no text_pattern_ops)");
    await knex.raw("create index public_documents_division_index on public_documents (division_code text_pattern_ops)");
    await knex.raw(`alter table public_documents
      add check (published_on >= created_on), add check (valid_until >= valid_from)`);
    await knex.schema.createTable("document_relations", (table) => {
      table.text("index_no").notNullable().references("index_no").inTable("public_documents").onDelete("CASCADE");
      table.integer("position").notNullable();
      table.text("kind").notNullable();
      // One of the graph's documents, or one that is known by title and number alone.
      table.text("other_index_no").references("index_no").inTable("public_documents").index();
      table.text("other_title");
      table.text("other_document_no");
      table.date("effective_on").notNullable();
      table.text("part");
      table.primary(["index_no", "position"]);
    });
    await knex.raw(`alter table document_relations
      add check (other_index_no is not null or other_title is not null), add check (other_index_no <> index_no)`);
  },
  async down(knex) {
    await knex.schema.dropTable("document_relations");
    await knex.schema.dropTable("public_documents");
  },
};
