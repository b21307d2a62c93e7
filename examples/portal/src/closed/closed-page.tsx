/** The negative list: what is not public, who may read it, why, on which basis and until when. */
import { NegativeListDocument, type NegativeListQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { goTo } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Choice } from "../ui/choice.js";
import { countText } from "../ui/count.js";
import { Page } from "../ui/page.js";
import { Pager, type Place, usePlace } from "../ui/pager.js";
import { REASONS } from "../ui/words.js";
import { ClosedType } from "./closed-type.js";
import { REASON_NAMES } from "./words.js";

/** The page of `#/closed?reason=…`. */
export const ClosedPage = ({ query }: { readonly query: URLSearchParams }) => {
  const say = useSay();
  const reason = REASON_NAMES.find((each) => each === query.get("reason"));
  const place = usePlace(reason ?? "");
  const asking = useAsk(NegativeListDocument, { after: place.after, ...(reason === undefined ? {} : { reason }) });
  return (
    <Page
      title={{ zh: "不予公开负面清单", en: "What is not public" }}
      lead={say({
        zh: "清单之外的都公开。清单之内的，每一项都写明理由、依据和谁可以看。",
        en: "All else is public. Each entry says why it is not, on which legal basis, and who may read it.",
      })}
    >
      <div className="filters">
        <Choice
          name={{ zh: "理由", en: "Reason" }}
          value={reason ?? ""}
          onChoose={(chosen) => goTo(["closed"], { reason: chosen })}
        >
          <option value="">{say({ zh: "全部", en: "All" })}</option>
          {REASON_NAMES.map((each) => (
            <option key={each} value={each}>
              {say(REASONS[each])}
            </option>
          ))}
        </Choice>
      </div>
      <Answered asking={asking}>{({ negativeList }) => <Entries of={negativeList} place={place} />}</Answered>
    </Page>
  );
};

type List = NegativeListQuery["negativeList"];

const Entries = ({ of, place }: { readonly of: List; readonly place: Place }) => {
  const say = useSay();
  const entries = of.nodes.flatMap((each) => (each ? [each] : []));
  const types = [...Map.groupBy(entries, ({ type }) => type)];
  return (
    <>
      <p role="status">{say(countText(of))}</p>
      {types.length === 0 && (
        <Empty title={say({ zh: "没有以此理由不公开的内容。", en: "Nothing is closed for this." })} />
      )}
      {types.map(([type, fields]) => (
        <ClosedType key={type} name={type} of={fields} />
      ))}
      <Pager place={place} info={of.pageInfo} />
    </>
  );
};
