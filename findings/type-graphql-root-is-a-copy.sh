#!/usr/bin/env bash
# type-graphql 2.0.0-rc.4: @Root() of a field resolver is no object that the parent's resolver gave, but a copy made for each field.
#
# Guess: `@Root() record: Record` hands on what the resolver of the parent returned, as the first argument of a resolver of graphql-js does.
# Seen:  where that is a plain object and the parameter's type a class, each field with a resolver gets a new instance of the class, filled by Object.assign:
#        every getter of the object runs for every such field, and what a resolver keeps on its root no other one finds. An instance of the class is handed on as it is.
# So:    return instances of the class, or give the field resolvers another type for what is dear to compute.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps type-graphql@2.0.0-rc.4 graphql@16.15.0 graphql-scalars@1.26.0 reflect-metadata@0.2.2 typescript@5.9.3 >/dev/null
cat >run.ts <<'TS'
import "reflect-metadata";
import { graphql } from "graphql";
import { buildSchema, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";

let computed = 0;
let instance = false;

@ObjectType()
class Sheet {
  @Field(() => String)
  name!: string;
  total!: number;
}

@Resolver(() => Sheet)
class SheetResolver {
  @Query(() => Sheet)
  sheet(): Sheet {
    const values = {
      name: "sheet",
      get total() {
        computed += 1;
        return 1;
      },
    };
    return instance ? Object.create(Sheet.prototype, Object.getOwnPropertyDescriptors(values)) : values;
  }
  @FieldResolver(() => String)
  upper(@Root() { name }: Sheet): string {
    return name.toUpperCase();
  }
  @FieldResolver(() => Number)
  length(@Root() { name }: Sheet): number {
    return name.length;
  }
}

const run = async (): Promise<void> => {
  const schema = await buildSchema({ resolvers: [SheetResolver], validate: false });
  for (const made of [false, true]) {
    instance = made;
    computed = 0;
    const { data } = await graphql({ schema, source: "{ sheet { upper length } }" });
    console.log(made ? "instance:" : "plain object:", JSON.stringify(data), "getter ran", computed, "times");
  }
};
void run();
TS
npx tsc run.ts --target es2022 --module commonjs --moduleResolution node10 --ignoreDeprecations 5.0 --experimentalDecorators --emitDecoratorMetadata --skipLibCheck --strict
seen=$(node run.js)
echo "$seen"
[ "$seen" = 'plain object: {"sheet":{"upper":"SHEET","length":5}} getter ran 2 times
instance: {"sheet":{"upper":"SHEET","length":5}} getter ran 0 times' ]
