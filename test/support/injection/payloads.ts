/** Texts that would change a statement into which they were pasted. As texts they are found nowhere: each holds a word that no record has, or no letter and no digit. */

/** In no record of the demonstration. */
const WORD = "zq9x";

/** Texts that mean nothing to a database, one like a code and one that is long; what they are answered is what a text is answered. */
export const PLAIN: readonly string[] = [
  `${WORD}1234`,
  `${WORD} 無此 ${WORD}`,
  "…",
  `无此${WORD}`,
  `${WORD} `.repeat(12),
];

/** The texts, sixty, by what they would do. */
export const PAYLOADS: readonly string[] = [
  // Ends a text, and goes on.
  ...[
    `${WORD}'`,
    `${WORD}''`,
    `${WORD}"`,
    `'${WORD}`,
    `${WORD}\\'`,
    `${WORD}\\`,
    `${WORD}');`,
    `${WORD}'))`,
    `${WORD}$$`,
    `$zz$${WORD}$zz$`,
    `E'${WORD}\\''`,
    `U&'${WORD}\\0027'`,
  ],
  // A condition that is always true, or tells one bit.
  ...[
    `${WORD}' or '1'='1`,
    `${WORD}' or 1=1 -- `,
    `${WORD}' or 1=1 /*`,
    `${WORD}') or ('1'='1`,
    `${WORD}" or ""="`,
    `${WORD}'/**/or/**/true--`,
    `${WORD}' or '${WORD}' like '%`,
    `${WORD}' and 1=(select 1)--`,
    `${WORD}' and ascii(substr(current_user,1,1))>64--`,
    `${WORD}' or exists(select 1 from pg_tables)--`,
    `${WORD} or 1=1`,
    `${WORD}\n' or true\n--`,
  ],
  // Another statement's rows, or an error that tells them.
  ...[
    `${WORD}' union select null--`,
    `${WORD}' union all select version(),current_user--`,
    `${WORD}' union select table_name from information_schema.tables--`,
    `${WORD}' and cast(version() as int)=1--`,
    `${WORD}'||(select current_database())||'`,
    `${WORD}'::int`,
    `(select '${WORD}')`,
    `${WORD}' returning *--`,
  ],
  // A second statement.
  ...[
    `${WORD}'; create table injected_${WORD}(a int); --`,
    `${WORD}'; drop table organizations cascade; --`,
    `${WORD}'; delete from changes; --`,
    `${WORD}'; set role postgres; --`,
    `${WORD}'; commit; --`,
    `${WORD}'; copy (select 1) to stdout; --`,
    `;create table injected_${WORD}(a int)`,
  ],
  // Time, as an answer.
  ...[`${WORD}' or pg_sleep(3) is null--`, `${WORD}'; select pg_sleep(3)--`, `${WORD}'||(select pg_sleep(3))||'`],
  // Order, and names of columns.
  ...[`${WORD} desc; --`, `${WORD},(select 1)`, `"${WORD}" asc nulls first`, `case when true then ${WORD} else id end`],
  // Places for values, as the query builder and the driver write them.
  ...[`${WORD}?`, `${WORD} ?? ?`, `:${WORD}`, `$1 ${WORD}`, `\\?${WORD}`],
  // Patterns, and the language of text search.
  ...[`%${WORD}%`, "%", "_%", `!${WORD}`, `${WORD}:* | !'`, `${WORD}' | !'${WORD}`],
  // The same in other characters: full-width quotes become quotes where names are folded; lists and JSON.
  ...[`${WORD}＇ or 1=1－－`, `{"${WORD}",null}`, `{"$ne":"${WORD}"}`],
];
