/** Alerts that are not done with, of one light, for whoever may know of them. */
import type { DivisionCode } from "@govgraph/client";
import { AlertsDocument, type Light } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import { useSession } from "../session.js";
import { Answered } from "../ui/answered.js";
import { NotGiven } from "../ui/not-given.js";
import { Pager, usePlace } from "../ui/pager.js";
import { Lamp } from "./lamp.js";
import { ALERT_KINDS, ALERT_STATES, LIGHTS, OPEN_STATES } from "./words.js";
import { Said } from "../ui/said.js";

interface AlertsProps {
  readonly division: DivisionCode;
  readonly light: Light;
}

/** The list. */
export const Alerts = ({ division, light }: AlertsProps) => {
  const say = useSay();
  const place = usePlace("");
  const asking = useAsk(AlertsDocument, { division, light, state: [...OPEN_STATES], after: place.after });
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">
        <Lamp light={light} />{" "}
        {say({ zh: `${LIGHTS[light].zh}：未办结的预警`, en: `${LIGHTS[light].en}: open alerts` })}
      </h2>
      <Answered asking={asking}>
        {(data, answer) => {
          const alerts = data.division?.alerts?.nodes.flatMap((each) => (each ? [each] : [])) ?? [];
          return (
            <>
              {data.division && !data.division.alerts ? (
                <NotGiven answer={answer} path={["division", "alerts"]} />
              ) : (
                alerts.length === 0 && <NoneKnown />
              )}
              <ul className="records">
                {alerts.map((alert) => (
                  <li key={alert.id}>
                    <h3>
                      {alert.case?.matter ? (
                        <a href={hashOf(["matters", alert.case.matter.id])}>
                          {alert.case.matter.taskName ?? alert.case.caseNo}
                        </a>
                      ) : (
                        alert.case?.caseNo
                      )}{" "}
                      {alert.kind && <span className="tag tag-required">{say(ALERT_KINDS[alert.kind])}</span>}{" "}
                      {alert.state && <span className="tag tag-plain">{say(ALERT_STATES[alert.state])}</span>}
                    </h3>
                    <p>
                      <Said>{alert.finding}</Said>
                    </p>
                    <p className="quiet">
                      {[alert.case?.division?.name, alert.case?.matter?.dept?.name, alert.case?.caseNo, alert.raisedOn]
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                  </li>
                ))}
              </ul>
              {data.division?.alerts && <Pager place={place} info={data.division.alerts.pageInfo} />}
            </>
          );
        }}
      </Answered>
    </section>
  );
};

/** The graph does not say of a list whether it is empty or not for this reader. */
const NoneKnown = () => {
  const say = useSay();
  const { session, signIn } = useSession();
  return (
    <div className="empty">
      <p>
        {say({
          zh: "没有您可以查看的预警。单件预警只向本区划监督机关和经办机关显示，盏数对所有人公开。",
          en: "No alert that you may see. Alerts are shown to supervisors of the division and to the agency; how many there are, to everybody.",
        })}
      </p>
      {session === undefined && (
        <p>
          <button type="button" className="button button-quiet" onClick={() => void signIn()}>
            {say({ zh: "以监督人员身份登录", en: "Sign in as a supervisor" })}
          </button>
        </p>
      )}
    </div>
  );
};
