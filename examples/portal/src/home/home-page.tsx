/** The first page: one question, and the five ways into the portal. */
import { type Text, useSay } from "../language.js";
import { goTo, hashOf } from "../route.js";
import { Page } from "../ui/page.js";
import { SearchForm } from "../ui/search-form.js";
import { Window } from "./window.js";

interface Way {
  readonly path: string;
  readonly name: Text;
  readonly what: Text;
}

const WAYS: readonly Way[] = [
  {
    path: "matters",
    name: { zh: "办事", en: "Services" },
    what: { zh: "按您的情形列出材料、时限和费用", en: "Materials, time and cost for your situation" },
  },
  {
    path: "credit",
    name: { zh: "查信用", en: "Credit" },
    what: {
      zh: "许可、处罚、名单，不公开的也说明理由",
      en: "Licences, penalties, lists, and why some of it is not shown",
    },
  },
  {
    path: "money",
    name: { zh: "钱去哪儿了", en: "Where the money went" },
    what: { zh: "一笔资金从中央到项目的全过程", en: "The way of an indicator from the centre to projects" },
  },
  {
    path: "lights",
    name: { zh: "亮灯监督", en: "Lights" },
    what: { zh: "哪里超时、哪里违规，亮灯可见", en: "Where cases are late or mishandled" },
  },
  {
    path: "closed",
    name: { zh: "负面清单", en: "What is not public" },
    what: { zh: "哪些不公开、为什么、谁可以看", en: "What is closed, why, and to whom" },
  },
];

/** The page of `#/`. */
export const HomePage = () => {
  const say = useSay();
  return (
    <Page
      title={{ zh: "公开，是窗口本来的样子", en: "Open, as a window should be" }}
      lead={say({
        zh: "办事、信用、资金、监督，在同一个窗口看清楚；不公开的，也说清楚为什么。",
        en: "Services, credit, public money and oversight at one window; and why, where something is not shown.",
      })}
    >
      <div className="welcome">
        <div className="welcome-ask">
          <h2>{say({ zh: "您想办什么事？", en: "What do you need to get done?" })}</h2>
          <SearchForm
            name={{ zh: "事项名称", en: "Name of the service" }}
            search=""
            placeholder="食品经营许可"
            onSearch={(search) => goTo(["matters"], { search })}
          />
        </div>
        <Window />
      </div>
      <ul className="ways">
        {WAYS.map(({ path, name, what }) => (
          <li key={path}>
            <h2>
              <a href={hashOf([path])}>{say(name)}</a>
            </h2>
            <p className="quiet">{say(what)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
};
