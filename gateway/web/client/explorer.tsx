/** The explorer: GraphiQL with the showcase operations as tabs, our own fetcher and sign-in; it asks no other host. */
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { buildSchema, type GraphQLSchema } from "graphql";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "./explorer.css";
import { createAsk } from "./ask.js";
import { CodePanel } from "./code-panel.js";
import { Disclosure, type DisclosureExtensions } from "./disclosure.js";
import { mendEditors } from "./editors.js";
import { Header } from "./header.js";
import { beginWith, hashOf, operationIn, present, type Operation } from "./share.js";
import { Upload } from "./upload.js";
import { signedInAt, type Issuer } from "./sign-in.js";

interface Settings {
  readonly issuer: Issuer;
  readonly users: readonly string[];
  readonly notice?: string;
  readonly operations: readonly Operation[];
}

interface ExplorerProps {
  readonly settings: Settings;
  readonly schema: GraphQLSchema;
  readonly firstToken?: string;
  readonly firstProblem?: string;
}

const Explorer = ({ settings, schema, firstToken, firstProblem }: ExplorerProps) => {
  const [token, setToken] = useState(firstToken);
  const [problem, setProblem] = useState(firstProblem);
  const [disclosure, setDisclosure] = useState<DisclosureExtensions>({});
  // The fetcher must stay the same function, or GraphiQL starts over.
  const current = useRef(token);
  current.current = token;
  const [fetcher] = useState(() =>
    createAsk({
      token: () => current.current,
      onAnswer: ({ extensions }) => setDisclosure(extensions ?? {}),
      onSignedOut() {
        setToken(undefined);
        setProblem("请重新登录 Sign in again");
      },
    }),
  );
  return (
    <>
      <Header
        issuer={settings.issuer}
        users={settings.users}
        notice={settings.notice}
        token={token}
        problem={problem}
        onSignOut={() => setToken(undefined)}
      >
        <button type="button" id="share" onClick={share}>
          分享 Share
        </button>
      </Header>
      <main className="govgraph-editor" ref={mendEditors}>
        <GraphiQL
          fetcher={fetcher}
          schema={schema}
          defaultTabs={settings.operations.map(({ query, variables }) => ({ query, variables, headers: null }))}
          isHeadersEditorEnabled={false}
          storage={sessionStorage}
        />
      </main>
      <CodePanel />
      {token !== undefined && <Upload token={token} />}
      <Disclosure {...disclosure} />
    </>
  );
};

/** The page's address becomes a link to what stands in the editors, and is copied where the browser allows it. */
const share = (): void => {
  history.replaceState(null, "", hashOf(present(sessionStorage)));
  void navigator.clipboard?.writeText(location.href).catch(() => undefined);
};

const open = async (): Promise<void> => {
  const [settings, sdl] = await Promise.all([
    fetch("/explorer.json").then((response) => response.json() as Promise<Settings>),
    fetch("/schema.graphql").then((response) => response.text()),
  ]);
  const shared = operationIn(location.hash);
  const operations = shared ? [shared, ...settings.operations] : settings.operations;
  // The editors would begin with the first tab's text and without its variables.
  if (operations[0]) beginWith(sessionStorage, operations[0], shared !== undefined);
  const signedIn = await signedInAt(settings.issuer);
  createRoot(document.getElementById("explorer")!).render(
    <Explorer
      settings={{ ...settings, operations }}
      schema={buildSchema(sdl)}
      firstToken={signedIn.token}
      firstProblem={signedIn.problem}
    />,
  );
};

void open();
