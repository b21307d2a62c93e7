/** SQL of what a list of organisations says beyond code and name; a later list is the newer statement, an empty field says nothing. */
import type { Knex } from "knex";

/** Particulars of an organisation. */
export interface OrganizationParticulars {
  readonly shortName?: string;
  readonly legalRepName?: string;
  readonly contact?: string;
}

/** Writes what differs; gives the ids of those that it changed. Only a body with a credit code has a legal representative; an agency (11), a law firm (31) and an individually-owned business (92) have none (GB 32100-2015). */
export const updateParticulars = async (
  trx: Knex.Transaction,
  rows: readonly (OrganizationParticulars & { readonly id: string })[],
): Promise<Set<string>> => {
  const given = [...new Map(rows.map((row) => [row.id, row])).values()];
  const { rows: changed } = await trx.raw<{ rows: { id: string }[] }>(
    `update organizations o set short_name = said.short_name, legal_rep_name = said.legal_rep_name, contact = said.contact
     from (
       select known.id, coalesce(nullif(n.short_name, ''), known.short_name) as short_name, coalesce(nullif(n.contact, ''), known.contact) as contact,
         case when left(known.uscc, 2) not in ('11', '31', '92')
           then coalesce(nullif(n.legal_rep_name, ''), known.legal_rep_name) else known.legal_rep_name end as legal_rep_name
       from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n(id, short_name, legal_rep_name, contact)
       join organizations known on known.id = n.id
     ) as said
     where o.id = said.id
       and (o.short_name, o.legal_rep_name, o.contact) is distinct from (said.short_name, said.legal_rep_name, said.contact)
     returning o.id`,
    [
      given.map(({ id }) => id),
      given.map(({ shortName }) => shortName ?? ""),
      given.map(({ legalRepName }) => legalRepName ?? ""),
      given.map(({ contact }) => contact ?? ""),
    ],
  );
  return new Set(changed.map(({ id }) => id));
};
