/** Name of the portal, navigation, language and sign-in. */
import { useLanguage, useSay, type Text } from "../language.js";
import { useSession } from "../session.js";
import { hashOf } from "../route.js";

/** The portal's name. */
export const PORTAL_NAME: Text = { zh: "阳光窗口", en: "Open Window" };

/** Pages of the navigation, by the first part of their path. */
const PLACES: readonly (readonly [path: string, name: Text])[] = [
  ["matters", { zh: "办事", en: "Services" }],
  ["credit", { zh: "信用", en: "Credit" }],
  ["money", { zh: "资金", en: "Money" }],
  ["lights", { zh: "亮灯", en: "Lights" }],
  ["closed", { zh: "负面清单", en: "Negative list" }],
  ["me", { zh: "我的", en: "Mine" }],
];

/** The header; `at` is the first part of the present path. */
export const Header = ({ at }: { readonly at: string }) => {
  const say = useSay();
  return (
    <header className="header">
      <div className="header-row">
        <a className="brand" href={hashOf([])}>
          <img src="./mark.svg" alt="" width="32" height="32" />
          <span>{say(PORTAL_NAME)}</span>
        </a>
        <div className="header-tools">
          <LanguageButton />
          <SignInButton />
        </div>
      </div>
      <nav aria-label={say({ zh: "主导航", en: "Main" })}>
        <ul>
          {PLACES.map(([path, name]) => (
            <li key={path}>
              <a href={hashOf([path])} {...(at === path ? { "aria-current": "page" } : {})}>
                {say(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
};

const LanguageButton = () => {
  const { language, choose } = useLanguage();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button type="button" className="tool" lang={other === "zh" ? "zh-CN" : "en"} onClick={() => choose(other)}>
      {other === "zh" ? "中文" : "English"}
    </button>
  );
};

const SignInButton = () => {
  const say = useSay();
  const { session, signIn, signOut } = useSession();
  return session === undefined ? (
    <button type="button" className="tool tool-strong" onClick={() => void signIn()}>
      {say({ zh: "登录", en: "Sign in" })}
    </button>
  ) : (
    <button type="button" className="tool" onClick={signOut}>
      {say({ zh: "退出", en: "Sign out" })}
    </button>
  );
};
