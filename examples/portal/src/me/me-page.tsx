/** What the portal knows of who is signed in, and the way to it for who is not. */
import { WhoIAmDocument, type WhoIAmQuery } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { type Text, useSay } from "../language.js";
import { hashOf } from "../route.js";
import { useSession } from "../session.js";
import { Answered } from "../ui/answered.js";
import { Page } from "../ui/page.js";
import { Affairs } from "./affairs.js";
import { ROLES } from "./words.js";

/** The page of `#/me`. */
export const MePage = () => {
  const say = useSay();
  const { session } = useSession();
  return (
    <Page
      title={{ zh: "我的", en: "Mine" }}
      lead={
        session === undefined &&
        say({
          zh: "公开的内容不用登录。登录后能看到的，是与您的身份有关的部分。",
          en: "What is public needs no sign-in. Signed in you also see what your part allows.",
        })
      }
    >
      {session === undefined ? <Parts /> : <Mine />}
    </Page>
  );
};

/** What each part sees beside what is public. */
const PARTS: readonly (readonly [name: Text, sees: Text])[] = [
  [
    { zh: "市民", en: "Citizens" },
    { zh: "自己的办件、电子证照和补贴", en: "Their cases, licences and subsidies" },
  ],
  [
    { zh: "企业经办人", en: "Agents of enterprises" },
    { zh: "本企业的办件、证照，以及信用评价", en: "Cases and licences of their enterprise, and its credit evaluation" },
  ],
  [
    { zh: "机关工作人员", en: "Officers" },
    { zh: "本机关经办的记录和预警", en: "Records and alerts of their agency" },
  ],
  [
    { zh: "监督人员", en: "Supervisors" },
    { zh: "本区划的逐条预警和监督信息", en: "Each alert of their division" },
  ],
];

const Parts = () => {
  const say = useSay();
  const { signIn } = useSession();
  return (
    <>
      <ul className="cards">
        {PARTS.map(([name, sees]) => (
          <li key={name.en} className="card">
            <h2>{say(name)}</h2>
            <p>{say(sees)}</p>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={() => void signIn()}>
          {say({ zh: "去登录", en: "Sign in" })}
        </button>
      </p>
    </>
  );
};

const Mine = () => {
  const asking = useAsk(WhoIAmDocument, {});
  return <Answered asking={asking}>{({ me }) => me && <Person of={me} />}</Answered>;
};

type Me = NonNullable<WhoIAmQuery["me"]>;

const Person = ({ of }: { readonly of: Me }) => {
  const say = useSay();
  const { representedOrganization: body, agency } = of;
  const isOfficial = agency != null || of.divisionCode != null;
  return (
    <>
      <p className="person">
        <strong>{of.username}</strong>{" "}
        {of.roles.map((role) => (
          <span key={role} className="tag tag-plain">
            {say(ROLES[role] ?? { zh: role, en: role })}
          </span>
        ))}
      </p>
      <ul className="doors">
        {body?.uscc && <Door to={hashOf(["credit", body.uscc])} name={body.name ?? body.uscc} what={OUR_CREDIT} />}
        {agency?.uscc && <Door to={hashOf(["credit", agency.uscc])} name={agency.name ?? agency.uscc} what={AGENCY} />}
        {of.divisionCode && (
          <Door
            to={hashOf(["lights"], { division: of.divisionCode })}
            name={say({ zh: "本区划亮灯", en: "Lights of my division" })}
            what={of.roles.includes("supervisor") ? LIGHTS : LIGHT_COUNTS}
          />
        )}
      </ul>
      {!isOfficial && <Affairs />}
    </>
  );
};

const OUR_CREDIT: Text = { zh: "本企业的信用，含信用评价", en: "Credit of our enterprise, with its evaluation" };
const AGENCY: Text = { zh: "本机关的公开信息和内部联系方式", en: "Our agency, with its contact" };
const LIGHT_COUNTS: Text = { zh: "各地现在亮着多少盏灯", en: "How many lights are on, and where" };
const LIGHTS: Text = { zh: "未办结的预警，逐条可看", en: "Open alerts, each of them" };

interface DoorProps {
  readonly to: string;
  readonly name: string;
  readonly what: Text;
}

const Door = ({ to, name, what }: DoorProps) => {
  const say = useSay();
  return (
    <li className="card">
      <h2>
        <a href={to}>{name}</a>
      </h2>
      <p className="quiet">{say(what)}</p>
    </li>
  );
};
