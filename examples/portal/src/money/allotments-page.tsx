/** Indicators of a year, of which each leads to where its money went. */
import { formatMoney } from "@govgraph/client";
import { AllotmentsDocument, type AllotmentsQuery, type FundLevel } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { type Text, useSay } from "../language.js";
import { goTo, hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Cards } from "../ui/cards.js";
import { Choice } from "../ui/choice.js";
import { Page } from "../ui/page.js";
import { type Place, usePlace } from "../ui/pager.js";

const LEVELS: Readonly<Record<FundLevel, Text>> = {
  CENTRAL: { zh: "中央资金", en: "From the centre" },
  PROVINCE: { zh: "省级资金", en: "From the province" },
  PREFECTURE: { zh: "市州资金", en: "From the prefecture" },
  COUNTY: { zh: "县级资金", en: "From the county" },
};

/** This year and the two before it. */
const years = (): readonly number[] => [0, 1, 2].map((before) => new Date().getFullYear() - before);

/** The page of `#/money?year=…`. */
export const AllotmentsPage = ({ query }: { readonly query: URLSearchParams }) => {
  const say = useSay();
  const year = years().find((each) => String(each) === query.get("year"));
  const place = usePlace(String(year));
  const asking = useAsk(AllotmentsDocument, { ...(year === undefined ? {} : { year }), after: place.after });
  return (
    <Page
      title={{ zh: "钱去哪儿了", en: "Where the money went" }}
      lead={say({
        zh: "选一笔指标，看它从中央、省、州到县，最后到了哪个项目、哪家单位、哪个村。",
        en: "Choose an indicator and see its way from the centre to counties, projects, bodies and villages.",
      })}
    >
      <div className="filters">
        <Choice
          name={{ zh: "年度", en: "Year" }}
          value={year ?? ""}
          onChoose={(chosen) => goTo(["money"], { year: chosen })}
        >
          <option value="">{say({ zh: "全部", en: "All" })}</option>
          {years().map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Choice>
      </div>
      <Answered asking={asking}>
        {({ budgetAllotments }) => budgetAllotments && <Found of={budgetAllotments} place={place} />}
      </Answered>
    </Page>
  );
};

type Allotments = NonNullable<AllotmentsQuery["budgetAllotments"]>;

const Found = ({ of, place }: { readonly of: Allotments; readonly place: Place }) => {
  const say = useSay();
  return (
    <Cards
      of={of}
      place={place}
      empty={<Empty title={say({ zh: "这一年没有指标。", en: "No indicator in this year." })} />}
    >
      {(each) => (
        <li key={each.id} className="card">
          <h2>
            <a href={hashOf(["money", each.allotmentNo])}>{each.fundName}</a>
          </h2>
          <p className="amount">{formatMoney(each.amount, { wan: true })}</p>
          <p className="quiet">
            {say(LEVELS[each.sourceLevel])} · {each.fromDivision?.name ?? say({ zh: "中央", en: "Centre" })} →{" "}
            {each.toUnit?.name ?? each.toDivision?.name} · {each.allotmentNo}
          </p>
        </li>
      )}
    </Cards>
  );
};
