/** Finds an organisation by name or credit code. */
import { SearchOrganizationsDocument, type SearchOrganizationsQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { goTo, hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Cards } from "../ui/cards.js";
import { Page } from "../ui/page.js";
import { type Place, usePlace } from "../ui/pager.js";
import { SearchForm } from "../ui/search-form.js";
import { STATUSES } from "./words.js";

/** The page of `#/credit?search=…`; a credit code leads to its body at once. */
export const CreditSearchPage = ({ query }: { readonly query: URLSearchParams }) => {
  const say = useSay();
  const search = query.get("search") ?? "";
  const place = usePlace(search);
  const asking = useAsk(SearchOrganizationsDocument, search === "" ? undefined : { search, after: place.after });
  const find = (words: string): void =>
    /^[0-9A-Z]{18}$/.test(words.toUpperCase())
      ? goTo(["credit", words.toUpperCase()])
      : goTo(["credit"], { search: words });
  return (
    <Page
      title={{ zh: "查信用", en: "Look up credit" }}
      lead={say({
        zh: "输入名称或统一社会信用代码，看许可、处罚、名单和承诺，也看哪些不公开、为什么。",
        en: "By name or credit code: licences, penalties, lists and commitments, and what is not public and why.",
      })}
    >
      <SearchForm
        name={{ zh: "名称或统一社会信用代码", en: "Name or credit code" }}
        search={search}
        placeholder="餐饮"
        onSearch={find}
      />
      {search !== "" && (
        <Answered asking={asking}>
          {({ organizations }) => organizations && <Found of={organizations} place={place} />}
        </Answered>
      )}
    </Page>
  );
};

type Organizations = NonNullable<SearchOrganizationsQuery["organizations"]>;

const Found = ({ of, place }: { readonly of: Organizations; readonly place: Place }) => {
  const say = useSay();
  return (
    <Cards
      of={of}
      place={place}
      empty={
        <Empty title={say({ zh: "没有找到。", en: "Nothing was found." })}>
          <p>{say({ zh: "请核对名称，或改用统一社会信用代码。", en: "Check the name, or use the credit code." })}</p>
        </Empty>
      }
    >
      {({ id, name, uscc, status, division, creditOverview }) => (
        <li key={id} className="card">
          <h2>{uscc ? <a href={hashOf(["credit", uscc])}>{name ?? uscc}</a> : name}</h2>
          <p className="quiet">
            {[division?.name, status && say(STATUSES[status])].filter(Boolean).join(" · ")} <code>{uscc}</code>
          </p>
          {creditOverview && (
            <ul className="marks">
              <li>{say({ zh: `许可 ${creditOverview.licences}`, en: `Licences ${creditOverview.licences}` })}</li>
              <li>{say({ zh: `处罚 ${creditOverview.penalties}`, en: `Penalties ${creditOverview.penalties}` })}</li>
              <li>{say({ zh: `名单 ${creditOverview.listEntries}`, en: `Lists ${creditOverview.listEntries}` })}</li>
            </ul>
          )}
        </li>
      )}
    </Cards>
  );
};
