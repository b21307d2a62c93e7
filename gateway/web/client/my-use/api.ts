/** Asks the graph with the token in memory; refusals are sentences in the reader's language. */
import { APPS_QUERY, USE_QUERY, type AppRow, type AppsAnswer, type UseAnswer } from "../../my-use-query.js";

/** Most pages of apps that are looked through. */
const MOST_PAGES = 20;

/** What only an owner may do with an app. */
const OF_THE_OWNER: ReadonlySet<string> = new Set(["SET_KEYS", "SET_WEBHOOK", "RETIRE"]);

/** What the page asks. */
export interface Api {
  /** Apps for whose owner the reader acts. */
  apps(): Promise<readonly AppRow[]>;
  use(id: string, days: number): Promise<UseAnswer["appUse"]>;
}

/** Creates it; `onSignedOut` is told where the token is no longer good. */
export const createApi = (token: string, onSignedOut: () => void): Api => {
  const ask = async <Data>(query: string, variables: object): Promise<Data> => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "accept-language": navigator.language,
      },
      body: JSON.stringify({ query, variables }),
    });
    if (response.status === 401) onSignedOut();
    const { data, errors } = (await response.json()) as {
      readonly data?: Data | null;
      readonly errors?: readonly { readonly message: string }[];
    };
    if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
    return data;
  };
  return {
    async apps() {
      const found: AppRow[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const { registeredApps }: AppsAnswer = await ask<AppsAnswer>(APPS_QUERY, { after });
        const { nodes = [], pageInfo } = registeredApps ?? {};
        found.push(...nodes.filter(({ allowedActions }) => allowedActions?.some((action) => OF_THE_OWNER.has(action))));
        if (!pageInfo?.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      return found;
    },
    use: async (id, days) => (await ask<UseAnswer>(USE_QUERY, { id, days })).appUse,
  };
};
