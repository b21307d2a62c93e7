/** What people asked and told bodies. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the table. */
export const createInquiries: Migration = {
  name: "20261201121000_create_inquiries",
  async up(knex) {
    await knex.raw(`create table inquiries (
      inquiry_no text collate "C" primary key,
      channel_id text collate "C" not null references participation_channels (id),
      kind text not null,
      subject text not null,
      asker_name text,
      contact text,
      confidential boolean not null,
      may_publish boolean not null,
      content text not null check (content ~ '\\S'),
      division_code text collate "C" not null,
      intake_id text collate "C" not null,
      intake_uscc text not null,
      assigned_id text collate "C",
      assigned_uscc text,
      held_by_uscc text not null,
      state text not null,
      received_on date not null,
      reply text,
      replied_on date check (replied_on >= received_on),
      satisfaction text,
      called_back_on date check (called_back_on >= replied_on),
      closed_on date check (closed_on >= replied_on),
      published_on date check (published_on >= replied_on),
      public_content text,
      public_reply text,
      merged_into text collate "C" references inquiries (inquiry_no),
      check (num_nulls(asker_name, contact) in (0, 2)),
      check (num_nulls(assigned_id, assigned_uscc) in (0, 2)),
      check (num_nulls(reply, replied_on) in (0, 2)),
      check ((replied_on is not null) = (state in ('REPLIED', 'CALLED_BACK', 'CLOSED'))),
      check ((merged_into is not null) = (state = 'MERGED')),
      check (satisfaction is null or called_back_on is not null),
      check (num_nulls(published_on, public_content, public_reply) in (0, 3)),
      check (published_on is null or may_publish),
      check (not (confidential and may_publish)),
      check (held_by_uscc = intake_uscc or held_by_uscc = assigned_uscc),
      check (merged_into <> inquiry_no))`);
    await countVersions(knex, "inquiries");
    for (const column of ["subject", "intake_uscc", "assigned_uscc", "division_code"])
      await knex.raw(`create index on inquiries (${column}, received_on desc, inquiry_no)`);
    await knex.raw("create index on inquiries (received_on desc, inquiry_no)");
    await knex.raw("create index on inquiries (held_by_uscc) where state not in ('CLOSED', 'MERGED')");
    await knex.raw("create index on inquiries (published_on desc, inquiry_no) where published_on is not null");
    await knex.raw("create index on inquiries (merged_into) where merged_into is not null");
  },
  async down(knex) {
    await knex.raw("drop table inquiries");
  },
};
