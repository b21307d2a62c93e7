/** What a record says in its own words, which are Chinese whatever language the page has. */
import type { ReactNode } from "react";

/** The words, for those who have them read aloud in the right language. */
export const Said = ({ children }: { readonly children: ReactNode }) => <span lang="zh-CN">{children}</span>;
