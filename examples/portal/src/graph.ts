/** Asks the graph for what a page shows, in the reader's language and as who is signed in. */
import { type Answer, createClient, type TypedDocument } from "@govgraph/client";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLanguage } from "./language.js";
import { useSession } from "./session.js";

/** A question under way, with the answer to an earlier one; answered; or without any answer of a graph. */
export type Asked<Data> =
  | { readonly state: "asking"; readonly earlier?: Answer<Data> }
  | { readonly state: "answered"; readonly answer: Answer<Data> }
  | { readonly state: "unreachable" };

/** What was asked, and how it is asked once more. */
export interface Asking<Data> {
  readonly asked: Asked<Data>;
  readonly again: () => void;
}

/**
 * Asks again whenever document, variables, language or reader change; an answer that comes after that is dropped, and what another
 * reader was answered is shown no longer. `undefined` instead of variables asks nothing yet.
 */
export const useAsk = <Data, Variables extends object>(
  document: TypedDocument<Data, Variables>,
  variables: Variables | undefined,
): Asking<Data> => {
  const { language } = useLanguage();
  const { token } = useSession();
  const [asked, setAsked] = useState<Asked<Data>>({ state: "asking" });
  const [round, setRound] = useState(0);
  const reader = useRef(token);
  const client = useMemo(
    () =>
      createClient({
        url: new URL("/graphql", location.href).href,
        language,
        token,
      }),
    [language, token],
  );
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (key === undefined) return;
    const stopped = new AbortController();
    const { signal } = stopped;
    const isSameReader = reader.current === token;
    reader.current = token;
    setAsked((last) => {
      const earlier = last.state === "answered" ? last.answer : last.state === "asking" ? last.earlier : undefined;
      return { state: "asking", ...(earlier === undefined || !isSameReader ? {} : { earlier }) };
    });
    client.ask(document, JSON.parse(key) as Variables, { signal }).then(
      (answer) => signal.aborted || setAsked({ state: "answered", answer }),
      () => signal.aborted || setAsked({ state: "unreachable" }),
    );
    return () => stopped.abort();
  }, [client, token, document, key, round]);
  return { asked, again: () => setRound((last) => last + 1) };
};
