/** The frame of every page: way to the content, header, the page of the route, footer. */
import type { ReactNode } from "react";
import { HomePage } from "./home/home-page.js";
import { useSay } from "./language.js";
import { LightsPage } from "./lights/lights-page.js";
import { ClosedPage } from "./closed/closed-page.js";
import { CreditPage } from "./credit/credit-page.js";
import { CreditSearchPage } from "./credit/search-page.js";
import { MatterPage } from "./matters/matter-page.js";
import { SearchPage } from "./matters/search-page.js";
import { MePage } from "./me/me-page.js";
import { AllotmentPage } from "./money/allotment-page.js";
import { AllotmentsPage } from "./money/allotments-page.js";
import { type Route, routeOf, useHash } from "./route.js";
import { Footer } from "./shell/footer.js";
import { Header } from "./shell/header.js";
import { SignInNotice } from "./shell/sign-in-notice.js";
import { Page } from "./ui/page.js";
import { Empty } from "./ui/answered.js";

/** The page of each first part of a path. */
const PAGES: Readonly<Record<string, (route: Route) => ReactNode>> = {
  "": () => <HomePage />,
  matters: ({ path: [, id], query }) =>
    id === undefined ? <SearchPage query={query} /> : <MatterPage key={id} id={id} query={query} />,
  credit: ({ path: [, code], query }) =>
    code === undefined ? <CreditSearchPage query={query} /> : <CreditPage key={code} code={code} />,
  money: ({ path: [, no], query }) =>
    no === undefined ? <AllotmentsPage query={query} /> : <AllotmentPage key={no} no={no} />,
  lights: ({ query }) => <LightsPage query={query} />,
  closed: ({ query }) => <ClosedPage query={query} />,
  me: () => <MePage />,
};

/** The portal. */
export const App = () => {
  const say = useSay();
  const route = routeOf(useHash());
  const show = PAGES[route.path[0] ?? ""];
  return (
    <>
      <a className="skip" href="#content" onClick={toContent}>
        {say({ zh: "跳到正文", en: "Skip to content" })}
      </a>
      <Header at={route.path[0] ?? ""} />
      <main id="content" tabIndex={-1}>
        <SignInNotice />
        {show === undefined ? <Unknown /> : show(route)}
      </main>
      <Footer />
    </>
  );
};

/** The hash is the route, so that the way to the content is a matter of focus. */
const toContent = (event: { preventDefault(): void }): void => {
  event.preventDefault();
  document.querySelector("main")?.focus();
};

const Unknown = () => {
  const say = useSay();
  return (
    <Page title={{ zh: "没有这个页面", en: "There is no such page" }}>
      <Empty title={say({ zh: "请从上方导航继续。", en: "Go on from the navigation above." })} />
    </Page>
  );
};
