/** The planner gives fields whose arguments differ by type other names in a request, and takes them back in the data alone. */
const PLANNERS_ALIAS = /__alias_\d+$/;

/** A path of a service's answer by the names that stand in the data. */
export const withoutPlannersAliases = <Step extends string | number>(path: readonly Step[]): Step[] =>
  path.map((key) => (typeof key === "string" ? (key.replace(PLANNERS_ALIAS, "") as Step) : key));
