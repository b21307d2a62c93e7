/** Cases, licences and subsidies of who is signed in. */
import { type Answer, formatMoney } from "@govgraph/client";
import { Lamp } from "../lights/lamp.js";
import { LIGHTS } from "../lights/words.js";
import { MyAffairsDocument, type MyAffairsQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import { Answered } from "../ui/answered.js";
import { NotGiven } from "../ui/not-given.js";
import { Pager, type Place, usePlace } from "../ui/pager.js";
import { CASE_STATES, SUBSIDY_STATES } from "./words.js";

/** All three lists. */
export const Affairs = () => {
  const place = usePlace("");
  const asking = useAsk(MyAffairsDocument, { after: place.after });
  return (
    <Answered asking={asking}>
      {({ me, mySubsidies }, answer) => (
        <>
          <Cases of={me?.cases} place={place} answer={answer} />
          <Licences of={me?.electronicLicences} answer={answer} />
          <Subsidies of={mySubsidies} answer={answer} />
        </>
      )}
    </Answered>
  );
};

type Mine = NonNullable<MyAffairsQuery["me"]>;

interface ListProps<Of> {
  /** Null where it did not come. */
  readonly of: Of | null | undefined;
  readonly answer: Answer<MyAffairsQuery>;
}

const Cases = ({ of, place, answer }: ListProps<Mine["cases"]> & { readonly place: Place }) => {
  const say = useSay();
  const cases = of?.nodes.flatMap((each) => (each ? [each] : [])) ?? [];
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{say({ zh: "我的办件", en: "My cases" })}</h2>
      {!of && <NotGiven answer={answer} path={["me", "cases"]} />}
      {of && cases.length === 0 && <p className="quiet">{say({ zh: "没有办件。", en: "No case." })}</p>}
      <ul className="records">
        {cases.map(({ id, caseNo, state, matter, deadline }) => (
          <li key={id}>
            <h3>
              {matter ? <a href={hashOf(["matters", matter.id])}>{matter.taskName ?? caseNo}</a> : caseNo}{" "}
              {state && <span className="tag tag-plain">{say(CASE_STATES[state])}</span>}
            </h3>
            <p className="quiet">{[matter?.dept?.name, caseNo].filter(Boolean).join(" · ")}</p>
            {deadline?.state === "RUNNING" && deadline.dueOn && (
              <p>
                {deadline.light && (
                  <>
                    <Lamp light={deadline.light} /> {say(LIGHTS[deadline.light])} ·{" "}
                  </>
                )}
                {say({ zh: `应于 ${deadline.dueOn} 前办结`, en: `Due by ${deadline.dueOn}` })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {of && <Pager place={place} info={of.pageInfo} />}
    </section>
  );
};

const Licences = ({ of, answer }: ListProps<Mine["electronicLicences"]>) => {
  const say = useSay();
  const licences = of?.nodes.flatMap((each) => (each ? [each] : [])) ?? [];
  return (
    <section aria-labelledby="my-licences">
      <h2 id="my-licences">{say({ zh: "我的电子证照", en: "My licences" })}</h2>
      {!of && <NotGiven answer={answer} path={["me", "electronicLicences"]} />}
      {of && licences.length === 0 && <p className="quiet">{say({ zh: "没有电子证照。", en: "No licence." })}</p>}
      <ul className="records">
        {licences.map(({ id, name, certificateNumber, validTo }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className="quiet">
              {certificateNumber}
              {validTo && ` · ${say({ zh: `有效期至 ${validTo}`, en: `Valid until ${validTo}` })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Subsidies = ({ of, answer }: ListProps<MyAffairsQuery["mySubsidies"]>) => {
  const say = useSay();
  const payments = of?.nodes.flatMap((each) => (each ? [each] : [])) ?? [];
  return (
    <section aria-labelledby="subsidies">
      <h2 id="subsidies">{say({ zh: "我的补贴", en: "My subsidies" })}</h2>
      {!of && <NotGiven answer={answer} path={["mySubsidies"]} />}
      {of && payments.length === 0 && <p className="quiet">{say({ zh: "没有补贴记录。", en: "No subsidy." })}</p>}
      <ul className="records">
        {payments.map(({ batchNo, lineNo, period, amount, state, paidOn, policy }) => (
          <li key={`${batchNo} ${lineNo}`}>
            <h3>
              {policy?.name} {formatMoney(amount)} <span className="tag tag-plain">{say(SUBSIDY_STATES[state])}</span>
            </h3>
            <p className="quiet">{[period, paidOn].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
