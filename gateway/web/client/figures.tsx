/** The panel of figures: what the answer cost, and for administrators how it was planned. */

/** Which of them a reader has told. */
export interface Wanted {
  readonly cost: boolean;
  readonly plan: boolean;
}

/** `extensions.cost`. */
interface Cost {
  readonly nodes: number;
  readonly weighted: number;
  readonly actual?: number;
  readonly remaining?: number;
}

/** A request of `extensions.plan`. */
interface PlannedRequest {
  readonly service: string;
  readonly after: readonly number[];
  readonly about: readonly string[];
  readonly asks: string;
}

/** The part of an answer's extensions that the panel shows. */
export interface FigureExtensions {
  readonly cost?: Cost;
  readonly plan?: { readonly requests: readonly PlannedRequest[] };
}

/** Headers that ask for them. */
export const headersOf = ({ cost, plan }: Wanted): Readonly<Record<string, string>> => ({
  ...(cost ? { "x-cost": "show" } : {}),
  ...(plan ? { "x-plan": "show" } : {}),
});

const CostLine = ({ nodes, weighted, remaining }: Cost) => (
  <p className="govgraph-cost">
    <b>费用 cost</b> {weighted.toLocaleString("en")} 点 points · {nodes.toLocaleString("en")} 个列表项 list items at
    most
    {remaining !== undefined && <> · 余 {remaining.toLocaleString("en")} left</>}
  </p>
);

const PlanList = ({ requests }: { readonly requests: readonly PlannedRequest[] }) => (
  <ol className="govgraph-plan" aria-label="计划 plan">
    {requests.map(({ service, after, about, asks }, place) => (
      <li key={place}>
        <details>
          <summary>
            <b>{service}</b> {about.join(", ")}
            {after.length > 0 && <> · 在 {after.map((each) => each + 1).join(", ")} 之后 after</>}
          </summary>
          <pre tabIndex={0}>{asks}</pre>
        </details>
      </li>
    ))}
  </ol>
);

interface FiguresProps extends FigureExtensions {
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  /** Whether the reader may have plans: the gateway decides, this only offers them. */
  readonly mayPlan: boolean;
}

/** The panel; what is chosen holds for answers from then on. */
export const Figures = ({ cost, plan, wanted, onWanted, mayPlan }: FiguresProps) => (
  <section className="govgraph-figures" aria-label="费用与计划 cost and plan">
    <label>
      <input
        id="show-cost"
        type="checkbox"
        checked={wanted.cost}
        onChange={({ target }) => onWanted({ ...wanted, cost: target.checked })}
      />{" "}
      费用 Cost
    </label>
    {mayPlan && (
      <label>
        <input
          id="show-plan"
          type="checkbox"
          checked={wanted.plan}
          onChange={({ target }) => onWanted({ ...wanted, plan: target.checked })}
        />{" "}
        计划 Plan
      </label>
    )}
    {wanted.cost && cost && <CostLine {...cost} />}
    {wanted.plan && plan && <PlanList requests={plan.requests} />}
  </section>
);
