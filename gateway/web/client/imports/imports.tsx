/** The page of imports: sign-in, a new file, the file that is open, and what the agency loaded before. */
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import "./imports.css";
import { Header } from "../header.js";
import { signedInAt, type Issuer } from "../sign-in.js";
import { createApi, type Api } from "./api.js";
import { LoadView } from "./load-view.js";
import type { Kind, Load, Upload } from "./loads.js";
import { KIND_TEXTS, moment } from "./texts.js";
import { UploadForm } from "./upload-form.js";

interface Settings {
  readonly issuer: Issuer;
  readonly users: readonly string[];
  readonly notice?: string;
}

const Earlier = ({
  uploads,
  onOpen,
}: {
  readonly uploads: readonly Upload[];
  readonly onOpen: (id: string) => void;
}) => (
  <section aria-labelledby="earlier">
    <h2 id="earlier">本机关的导入 What the agency uploaded</h2>
    {uploads.length === 0 && <p>尚无 none</p>}
    <ul>
      {uploads.map(({ id, fileName, kind, uploadedAt }) => (
        <li key={id}>
          <button type="button" className="link" onClick={() => onOpen(id)}>
            {fileName}
          </button>{" "}
          {KIND_TEXTS[kind] ?? kind}, {moment(uploadedAt)}
        </li>
      ))}
    </ul>
  </section>
);

const SignedIn = ({ api }: { readonly api: Api }) => {
  const [kinds, setKinds] = useState<readonly Kind[]>();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [load, setLoad] = useState<Load>();
  const [problem, setProblem] = useState<string>();
  const failed = (error: unknown): void => setProblem((error as Error).message);
  useEffect(() => {
    api.kinds().then(setKinds, failed);
  }, [api]);
  useEffect(() => {
    if (kinds !== undefined) api.uploads().then(setUploads, failed);
  }, [kinds, load?.id]);
  const kind = kinds?.find((one) => one.kind === load?.kind);
  return (
    <main>
      <h1>数据导入 Imports</h1>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {kinds !== undefined && <UploadForm api={api} kinds={kinds} onUploaded={setLoad} />}
      {load !== undefined && kind !== undefined && (
        <LoadView key={load.id} api={api} kind={kind} load={load} onLoad={setLoad} />
      )}
      {kinds !== undefined && <Earlier uploads={uploads} onOpen={(id) => void api.load(id).then(setLoad, failed)} />}
    </main>
  );
};

const Imports = ({
  settings,
  firstToken,
  firstProblem,
}: {
  readonly settings: Settings;
  readonly firstToken?: string;
  readonly firstProblem?: string;
}) => {
  const [token, setToken] = useState(firstToken);
  const [problem, setProblem] = useState(firstProblem);
  const api = useMemo(
    () =>
      token === undefined
        ? undefined
        : createApi(token, () => {
            setToken(undefined);
            setProblem("请重新登录 Sign in again");
          }),
    [token],
  );
  return (
    <>
      <Header
        page="imports"
        issuer={settings.issuer}
        users={settings.users}
        notice={settings.notice}
        token={token}
        problem={problem}
        onSignOut={() => setToken(undefined)}
      />
      {api === undefined ? (
        <main>
          <h1>数据导入 Imports</h1>
          <p>政务公开人员登录后可导入本机关的数据。 Publishers sign in to load the data of their own agency.</p>
        </main>
      ) : (
        <SignedIn api={api} />
      )}
    </>
  );
};

const open = async (): Promise<void> => {
  const settings = (await (await fetch("/imports.json")).json()) as Settings;
  const signedIn = await signedInAt(settings.issuer);
  createRoot(document.getElementById("imports")!).render(
    <Imports settings={settings} firstToken={signedIn.token} firstProblem={signedIn.problem} />,
  );
};

void open();
