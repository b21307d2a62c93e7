/** How spans name statements: by what they do and to which table, never by a word of a value. */
import { statementName } from "../../../platform/subgraph/statement-name.js";

it.each([
  ['select "id" from "service_matters" where "id" in ($1)', "SELECT service_matters"],
  [
    "select t.n, m.id from unnest($1) with ordinality as t (n) join (select id from service_matters) m on true",
    "SELECT service_matters",
  ],
  ['insert into "journal" ("key") values ($1)', "INSERT journal"],
  ['update "credit"."penalties" set "state" = $1', "UPDATE credit.penalties"],
  ["with recent as (select 1 from cases) select * from recent", "WITH cases"],
  ["delete from only deliveries", "DELETE deliveries"],
  ["select 1", "SELECT"],
  ["BEGIN;", "STATEMENT"],
])("%s is %s", (sql, name) => expect(statementName(sql)).toBe(name));
