/** The lights board of a division: how many lights are on where, and, for whoever may know, what is behind them. */
import type { DivisionCode } from "@govgraph/client";
import { LightsBoardDocument, type LightsBoardQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { goTo, hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { DivisionChoice, divisionOf } from "../ui/division-choice.js";
import { Page } from "../ui/page.js";
import { Alerts } from "./alerts.js";
import { Lamp } from "./lamp.js";
import { LIGHTS, MEANINGS, SHOWN_LIGHTS } from "./words.js";

/** The page of `#/lights?division=…&light=…`. */
export const LightsPage = ({ query }: { readonly query: URLSearchParams }) => {
  const say = useSay();
  const division = divisionOf(query.get("division"));
  const light = SHOWN_LIGHTS.find((each) => each === query.get("light")) ?? "RED";
  const asking = useAsk(LightsBoardDocument, { division });
  return (
    <Page
      title={{ zh: "亮灯监督", en: "Lights" }}
      lead={say({
        zh: "每一件超时、违规的办件都会亮灯。这里看各地现在亮着多少盏灯。",
        en: "A case that is late or mishandled lights a lamp. See how many are on, and where.",
      })}
    >
      <div className="filters">
        <DivisionChoice value={division} onChoose={(code) => goTo(["lights"], { division: code, light })} />
      </div>
      <Answered asking={asking}>
        {(data) =>
          data.division ? (
            <Board of={data.division} light={light} />
          ) : (
            <Empty title={say({ zh: "没有这个地区。", en: "There is no such division." })} />
          )
        }
      </Answered>
      <Alerts key={`${division} ${light}`} division={division} light={light} />
    </Page>
  );
};

type Division = NonNullable<LightsBoardQuery["division"]>;
type ShownLight = (typeof SHOWN_LIGHTS)[number];
type Counts = Division["alertCounts"];

const countOf = (counts: Counts, light: ShownLight): number | undefined =>
  counts?.[light.toLowerCase() as Lowercase<ShownLight>];

const Board = ({ of, light }: { readonly of: Division; readonly light: ShownLight }) => {
  const say = useSay();
  return (
    <>
      <ul className="lamps">
        {SHOWN_LIGHTS.map((each) => (
          <li key={each}>
            <a
              href={hashOf(["lights"], { division: of.code, light: each })}
              {...(each === light ? { "aria-current": "true" as const } : {})}
            >
              <Lamp light={each} />
              <strong>{countOf(of.alertCounts, each) ?? "–"}</strong>
              <span>{say(LIGHTS[each])}</span>
              <span className="quiet">{say(MEANINGS[each])}</span>
            </a>
          </li>
        ))}
      </ul>
      {(of.children?.length ?? 0) > 0 && <Below of={of.children ?? []} light={light} />}
    </>
  );
};

interface BelowProps {
  readonly of: readonly { readonly code: DivisionCode; readonly name: string | null; readonly alertCounts: Counts }[];
  readonly light: ShownLight;
}

const Below = ({ of, light }: BelowProps) => {
  const say = useSay();
  return (
    <div
      className="table table-counts"
      role="region"
      tabIndex={0}
      aria-label={say({ zh: "各地亮灯", en: "Lights by division" })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ zh: "地区", en: "Division" })}</th>
            {SHOWN_LIGHTS.map((each) => (
              <th key={each} scope="col">
                <Lamp light={each} /> {say(LIGHTS[each])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map(({ code, name, alertCounts }) => (
            <tr key={code}>
              <th scope="row">
                <a href={hashOf(["lights"], { division: code, light })}>{name ?? code}</a>
              </th>
              {SHOWN_LIGHTS.map((each) => (
                <td key={each} className={countOf(alertCounts, each) ? "" : "quiet"}>
                  {countOf(alertCounts, each) ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
