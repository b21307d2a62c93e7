/** What a service withheld and masked stands in the engine's answer, at the place where the service was asked. */
import { createRecorder } from "../../../gateway/engine/apollo/fetch-recorder.js";

const askedAt = (pathInIncomingRequest: readonly string[] | undefined, variables?: object) =>
  ({ request: { query: "", variables }, pathInIncomingRequest }) as never;

describe("the record of an execution", () => {
  it("places what an entity's service reports where the entity stands, without the planner's names", () => {
    const recorder = createRecorder();
    recorder.answered("shops", askedAt(["shops", "@", "next"], { representations: [{ id: "1" }] }), {
      data: { _entities: [{ note: null }] },
      disclosure: {
        withheld: [{ path: ["_entities", "@", "note__alias_1"], count: 2, rule: "Shop.note" }],
        masked: [{ path: ["_entities", "@", "owner"], count: 1, rule: "Shop.owner", mask: "NAME" }],
      },
    });
    expect(recorder.answer([]).disclosure).toEqual({
      withheld: [{ path: ["shops", "@", "next", "note"], count: 2, rule: "Shop.note" }],
      masked: [{ path: ["shops", "@", "next", "owner"], count: 1, rule: "Shop.owner", mask: "NAME" }],
    });
  });

  it("adds up what is told of one place by several requests, and tells nothing where nothing was", () => {
    const recorder = createRecorder();
    expect(recorder.answer([]).disclosure).toBeUndefined();
    for (const count of [1, 2])
      recorder.answered("shops", askedAt(undefined), {
        data: { shop: { note: null } },
        disclosure: { withheld: [{ path: ["shop", "note"], count, rule: "Shop.note" }], masked: [] },
      });
    expect(recorder.answer([]).disclosure?.withheld).toEqual([{ path: ["shop", "note"], count: 3, rule: "Shop.note" }]);
  });
});
