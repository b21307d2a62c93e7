#!/usr/bin/env bash
# knex 3.3.0: the client of a transaction is no instance that its class constructed: a subclass with #private members throws in it.
#
# Guess: a client class of one's own, `class Own extends Client_PG`, may keep state in #private fields: every client that knex works with is made by its constructor.
# Seen:  queries outside transactions work; inside one, knex works with Object.create(prototype of the client), so that the first touch of a #private
#        field throws a TypeError. Public and underscored fields are there: they are read through the prototype or copied.
# So:    keep what belongs to a client in a WeakMap by its pool, or in a plain field.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error knex@3.3.0 better-sqlite3@12.4.1 >/dev/null
cat >run.cjs <<'JS'
const knex = require("knex");
const Sqlite = require("knex/lib/dialects/better-sqlite3");

class Own extends Sqlite {
  #count = 0;
  open = 0;
  _query(connection, query) {
    this.open += 1;
    this.#count += 1;
    return super._query(connection, query);
  }
}

(async () => {
  const database = knex({ client: Own, connection: { filename: ":memory:" }, useNullAsDefault: true });
  console.log("outside:", (await database.raw("select 1 as one"))[0].one);
  const inside = await database.transaction(async (work) => (await work.raw("select 1 as one"))[0].one).catch((error) => error);
  console.log("inside:", inside instanceof TypeError ? "TypeError" : inside);
  await database.destroy();
})();
JS
seen=$(node run.cjs)
echo "$seen"
[ "$seen" = 'outside: 1
inside: TypeError' ]
