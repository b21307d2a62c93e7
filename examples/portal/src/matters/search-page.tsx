/** Finds matters by words, division, recipient and channel. */
import { SearchMattersDocument, type SearchMattersQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { goTo, hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Cards } from "../ui/cards.js";
import { DivisionChoice, divisionOf } from "../ui/division-choice.js";
import { Page } from "../ui/page.js";
import { type Place, usePlace } from "../ui/pager.js";
import { SearchForm } from "../ui/search-form.js";
import { feeText, limitText, visitsText } from "./words.js";

/** The page of `#/matters?search=…`. */
export const SearchPage = ({ query }: { readonly query: URLSearchParams }) => {
  const say = useSay();
  const search = query.get("search") ?? "";
  const division = divisionOf(query.get("division"));
  const serves = query.get("serves") ?? "";
  const online = query.get("online") ?? "";
  const present = { search, division, serves, online };
  const place = usePlace(JSON.stringify(present));
  const asking = useAsk(SearchMattersDocument, {
    after: place.after,
    ...(search === "" ? {} : { search }),
    filter: {
      division,
      ...(serves === "person" ? { serves: ["NATURAL_PERSON"] } : serves === "body" ? { serves: ["ENTERPRISE"] } : {}),
      ...(online === "yes" ? { online: true } : {}),
    },
  });
  const change = (more: Partial<typeof present>): void => goTo(["matters"], { ...present, ...more });
  return (
    <Page
      title={{ zh: "您想办什么事？", en: "What do you need to get done?" }}
      lead={say({
        zh: "输入事项名称，看清要准备什么、多久办结、跑几次、收不收费。",
        en: "Name it, and see what to bring, how long it takes, how often to come and what it costs.",
      })}
    >
      <SearchForm
        name={{ zh: "事项名称", en: "Name of the service" }}
        search={search}
        placeholder="食品经营许可"
        onSearch={(words) => change({ search: words })}
      />
      <div className="filters">
        <DivisionChoice value={division} onChoose={(code) => change({ division: code })} />
        <Toggle
          name={say({ zh: "个人办理", en: "For persons" })}
          isOn={serves === "person"}
          onToggle={(isOn) => change({ serves: isOn ? "person" : "" })}
        />
        <Toggle
          name={say({ zh: "企业办理", en: "For enterprises" })}
          isOn={serves === "body"}
          onToggle={(isOn) => change({ serves: isOn ? "body" : "" })}
        />
        <Toggle
          name={say({ zh: "可网上办", en: "Online" })}
          isOn={online === "yes"}
          onToggle={(isOn) => change({ online: isOn ? "yes" : "" })}
        />
      </div>
      <Answered asking={asking}>
        {({ serviceMatters }) => serviceMatters && <Found of={serviceMatters} place={place} />}
      </Answered>
    </Page>
  );
};

interface ToggleProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

const Toggle = ({ name, isOn, onToggle }: ToggleProps) => (
  <button type="button" className="toggle" aria-pressed={isOn} onClick={() => onToggle(!isOn)}>
    {name}
  </button>
);

type Matters = NonNullable<SearchMattersQuery["serviceMatters"]>;

const Found = ({ of, place }: { readonly of: Matters; readonly place: Place }) => {
  const say = useSay();
  return (
    <Cards
      of={of}
      place={place}
      empty={
        <Empty title={say({ zh: "没有找到。", en: "Nothing was found." })}>
          <p>{say({ zh: "换一个说法，或减少筛选条件。", en: "Try other words, or fewer filters." })}</p>
        </Empty>
      }
    >
      {(matter) => (
        <li key={matter.id} className="card">
          <h2>
            <a href={hashOf(["matters", matter.id])}>{matter.taskName ?? matter.id}</a>
          </h2>
          <p className="quiet">{[matter.division?.name, matter.dept?.name].filter(Boolean).join(" · ")}</p>
          <ul className="marks">
            {matter.promised && (
              <li>
                {say({ zh: "承诺", en: "Within" })} {say(limitText(matter.promised))}
              </li>
            )}
            {typeof matter.visits === "number" && <li>{say(visitsText(matter.visits))}</li>}
            {typeof matter.isFee === "boolean" && <li>{say(feeText(matter.isFee))}</li>}
            {matter.isOnline && <li>{say({ zh: "可网上办", en: "Online" })}</li>}
          </ul>
        </li>
      )}
    </Cards>
  );
};
