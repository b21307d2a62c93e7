/** Documents that ask for trouble, of our own writing and generated: what is refused is neither planned nor asked for and tells nothing; what is within the limits is answered as one schema would. */
import "reflect-metadata";
import fc from "fast-check";
import { lexicographicSortSchema, buildClientSchema, printSchema, type IntrospectionQuery } from "graphql";
import { readCostDirectives } from "../../gateway/document/cost-directives.js";
import { DOCUMENT_LIMITS } from "../../gateway/document/document-limits.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { askAttack, type AttackAnswer } from "../support/attacks/ask-attack.js";
import { startAttacked, type AttackedGateway } from "../support/attacks/attack-gateway.js";
import type { Attack } from "../support/attacks/attack.js";
import { attacksOf, generatedAttacks } from "../support/attacks/generated-attacks.js";
import { faultsOfRefusal, refusalOf, wordsOf } from "../support/attacks/judge.js";
import { ATTACKS } from "../support/attacks/table.js";
import { visitsOf } from "../support/attacks/visits.js";

const SEED = 20_261_129;
const GENERATED = 1_000;

let attacked: AttackedGateway;
let words: ReadonlySet<string>;
beforeAll(async () => {
  attacked = await startAttacked();
  words = wordsOf(attacked.graphs.schema);
});
afterAll(() => attacked.stop());

const asWhole = (attack: Attack) => attacked.graphs.whole(attack.query, { ...attack.variables });

/** Schemas are the same whatever the order of what is in them. */
const comparable = (data: unknown): unknown => {
  const asked = data as IntrospectionQuery | undefined;
  return asked?.__schema?.types.some(({ name }) => name === "Query")
    ? printSchema(lexicographicSortSchema(buildClientSchema(asked)))
    : JSON.stringify(data);
};

it("are two hundred at least", () => expect(Object.values(ATTACKS).flat().length).toBeGreaterThanOrEqual(200));

describe("[A05] attacks of our own writing", () => {
  it.each(Object.entries(ATTACKS))("by %s", async (_what, attacks) => {
    for (const attack of attacks) {
      const before = [attacked.requests(), attacked.plans()];
      const answer = await askAttack(attacked.url, attack);
      expect([attack.name, refusalOf(answer)]).toEqual([attack.name, attack.refused]);
      if (attack.refused) {
        expect([attack.name, faultsOfRefusal(attack, answer, words)]).toEqual([attack.name, []]);
        expect([attack.name, attacked.requests(), attacked.plans()]).toEqual([attack.name, ...before]);
      } else {
        const { data } = await asWhole(attack);
        expect([attack.name, answer.status, comparable(answer.data)]).toEqual([attack.name, 200, comparable(data)]);
      }
    }
  });
});

/** Looks at a document of one part, at most: it is measured for aliases and directives, for its fragments, and for list items. */
const LOOKS = 6;

describe("the measure of a document", () => {
  it("looks at each part a few times, however much it would be with its fragments written out", () => {
    const { schema } = attacked.graphs;
    const model = { schema, directives: readCostDirectives(readSchemaEdition().supergraph) };
    const attacks: { query: string; variables?: object }[] = [
      ...Object.values(ATTACKS).flat(),
      ...generatedAttacks(attacked.graphs.schema, { seed: SEED, count: GENERATED }),
    ];
    const measured = attacks.flatMap(({ query, variables }) => {
      const visits = visitsOf(query, variables, model);
      return visits ? [{ ...visits, query }] : [];
    });
    expect(measured.length).toBeGreaterThan(1_000);
    expect(measured.filter(({ limits, written }) => limits > LOOKS * written)).toEqual([]);
    // List items are counted along what is written out, of which there is no more than the limit.
    const most = LOOKS * DOCUMENT_LIMITS.introspection.expandedSelections;
    expect(measured.filter(({ cost, written }) => cost > most + LOOKS * written)).toEqual([]);
  });
});

const REASONS = "ALIASES DEPTH DIRECTIVES DOCUMENT FRAGMENTS NODES OPERATIONS ROOT_FIELDS SELECTIONS TOKENS".split(" ");

/** The gateway answers these itself, of what is no made world. */
const OWN = /\b(me|appUse|changes|negativeList|notices|subgraphUse)\b|\bnodes?\s*\(/;

describe("[A20] generated attacks", () => {
  it("are refused without a trace, or answered as one schema would", async () => {
    const counts: Record<string, number> = {};
    const check = async (attack: Attack): Promise<void> => {
      const before = [attacked.requests(), attacked.plans()];
      const answer: AttackAnswer = await askAttack(attacked.url, attack);
      const refusal = refusalOf(answer);
      const name = typeof refusal === "object" ? refusal.limit : (refusal ?? "ANSWERED");
      counts[name] = (counts[name] ?? 0) + 1;
      if (answer.data === undefined) {
        expect(faultsOfRefusal(attack, answer, words)).toEqual([]);
        expect([attacked.requests(), attacked.plans()]).toEqual(before);
      } else if (!OWN.test(attack.query)) {
        const whole = await asWhole(attack);
        expect(JSON.stringify(answer.data)).toEqual(JSON.stringify(whole.data));
      }
    };
    // A failure prints the seed, and the smallest attack that fails.
    await fc.assert(fc.asyncProperty(attacksOf(attacked.graphs.schema), check), { seed: SEED, numRuns: GENERATED });
    // By each limit that a document alone can meet, and often within all of them.
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(REASONS));
    expect(counts["ANSWERED"]).toBeGreaterThan(50);
  });
});
