/** A page: its title in heading and tab; whoever goes to it by a link is led to the heading. */
import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useSay } from "../language.js";
import { hasMoved } from "../route.js";
import { PORTAL_NAME } from "../shell/header.js";

interface PageProps {
  readonly title: Text;
  /** Above the title, such as where in the portal it is. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of a page. */
export const Page = ({ title, above, lead, children }: PageProps) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const text = say(title);
  useEffect(() => {
    document.title = `${text} · ${say(PORTAL_NAME)}`;
  }, [text, say]);
  useEffect(() => {
    // The page that was opened first leaves the focus where the browser has it.
    if (hasMoved()) heading.current?.focus();
  }, []);
  return (
    <article className="page">
      {above && <p className="above">{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {text}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </article>
  );
};
