/** Bounds of arguments hold wherever the class stands in an argument, say what they are, and repeat nothing that was sent. */
import { checkBounds, Max, MaxLength, Min } from "../../../platform/graphql/index.js";

class Filter {
  @Min(1949)
  @Max(9999)
  year?: number | null;
  @MaxLength(4)
  word?: string;
}
class Wider extends Filter {
  @Min(0)
  days = 7;
  filter?: Filter;
  filters?: Filter[];
}

const refusal = (value: object): unknown => {
  try {
    checkBounds(value);
    return undefined;
  } catch (error) {
    const { message, details } = error as { message: string; details: object };
    return { message, ...details };
  }
};
const filter = (values: Partial<Filter>): Filter => Object.assign(new Filter(), values);

describe("bounds of arguments", () => {
  it.each([
    ["nothing", {}],
    ["null", { year: null }],
    ["the least and the most", { year: 1949, word: "四个汉字" }],
    ["characters outside the first plane, each as one", { word: "𠀀𠀁𠀂𠀃" }],
  ])("let %s pass", (_case, values) => expect(refusal(filter(values))).toBeUndefined());

  it.each([
    [{ year: 1948 }, { message: "year is 1949 or more.", argument: "year", rule: "MIN" }],
    [{ year: 10_000 }, { message: "year is 9999 or less.", argument: "year", rule: "MAX" }],
    [{ word: "五个汉字了" }, { message: "word has at most 4 characters.", argument: "word", rule: "MAX_LENGTH" }],
  ])("refuse %j with the limit", (values, refused) => expect(refusal(filter(values))).toEqual(refused));

  it("are inherited, and hold in nested inputs and in lists of them", () => {
    expect(refusal(Object.assign(new Wider(), { year: 0 }))).toMatchObject({ rule: "MIN", argument: "year" });
    expect(refusal(Object.assign(new Wider(), { days: -1 }))).toMatchObject({ rule: "MIN", argument: "days" });
    expect(refusal(Object.assign(new Wider(), { filter: filter({ year: 0 }) }))).toMatchObject({ argument: "year" });
    expect(refusal(Object.assign(new Wider(), { filters: [filter({}), filter({ year: 0 })] }))).toMatchObject({
      argument: "year",
    });
    expect(refusal(new Wider())).toBeUndefined();
  });
});
