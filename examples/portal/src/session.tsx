/** Who is signed in: authorisation code with PKCE by the client package; tokens are in memory and end with the page. */
import { beginSignIn, completeSignIn, discover, type Session, type SignInOptions } from "@govgraph/client";
import { createContext, type ReactNode, use, useCallback, useState } from "react";
import { settings } from "./settings.js";

/** With a session, without one, or why there is none: the sign-in did not succeed, or the issuer renews it no longer. */
export interface Opening {
  readonly session?: Session;
  readonly problem?: "failed" | "ended";
}

interface SignedIn extends Opening {
  /** The token for the next question; undefined for nobody's. */
  readonly token: () => Promise<string | undefined>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => void;
}

/** Where the reader was before the sign-in: the issuer sends back to the first page. */
const PLACE_KEY = "portal.place";

const options = async (): Promise<SignInOptions> => ({
  issuer: await discover(settings.issuerUrl),
  clientId: settings.clientId,
  redirectUri: `${location.origin}/`,
  storage: sessionStorage,
});

/** Ends a sign-in where the issuer sent the reader back, takes its answer out of the address, and goes on where the reader was. */
export const openSession = async (): Promise<Opening> => {
  const { href, search } = location;
  if (!/[?&](code|error)=/.test(search)) return {};
  history.replaceState(null, "", `${location.pathname}${sessionStorage.getItem(PLACE_KEY) ?? ""}`);
  sessionStorage.removeItem(PLACE_KEY);
  return options()
    .then((known) => completeSignIn(known, href))
    .then((session) => (session === undefined ? {} : { session }))
    .catch((): Opening => ({ problem: "failed" }));
};

const SessionContext = createContext<SignedIn | undefined>(undefined);

/** Gives the session to all below it. */
export const SessionProvider = ({ first, children }: { readonly first: Opening; readonly children: ReactNode }) => {
  const [opening, setOpening] = useState(first);
  const { session } = opening;
  const token = useCallback(async () => {
    const present = await session?.accessToken();
    if (session !== undefined && present === undefined) setOpening({ problem: "ended" });
    return present;
  }, [session]);
  const signIn = async (): Promise<void> => {
    sessionStorage.setItem(PLACE_KEY, location.hash);
    await options()
      .then((known) => beginSignIn(known))
      .then((address) => location.assign(address))
      .catch(() => setOpening({ problem: "failed" }));
  };
  const signOut = (): void => {
    const address = session?.end(`${location.origin}/`);
    setOpening({});
    if (address !== undefined) location.assign(address);
  };
  return <SessionContext value={{ ...opening, token, signIn, signOut }}>{children}</SessionContext>;
};

/** The session, and how it begins and ends. Throws outside of SessionProvider. */
export const useSession = (): SignedIn => {
  const signedIn = use(SessionContext);
  if (signedIn === undefined) throw new Error("No SessionProvider stands above.");
  return signedIn;
};
