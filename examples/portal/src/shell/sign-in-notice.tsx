/** Says that a sign-in did not succeed, or has ended. */
import { useSay } from "../language.js";
import { useSession } from "../session.js";
import { Problem } from "../ui/answered.js";

/** The notice; nothing while all is well. */
export const SignInNotice = () => {
  const say = useSay();
  const { problem, signIn } = useSession();
  if (problem === undefined) return null;
  return (
    <Problem
      title={
        problem === "ended"
          ? say({ zh: "登录已结束。", en: "Your sign-in has ended." })
          : say({ zh: "登录没有成功。", en: "Signing in did not succeed." })
      }
      advice={say({
        zh: "公开内容仍可查看；需要查看与您有关的内容，请重新登录。",
        en: "What is public is still here. Sign in again to see what concerns you.",
      })}
      again={() => void signIn()}
    />
  );
};
