/** What the portal is, and where its data come from. */
import { useSay } from "../language.js";

/** The footer. */
export const Footer = () => {
  const say = useSay();
  return (
    <footer className="footer">
      <div>
        <p>
          {say({
            zh: "以公开为常态、不公开为例外。不公开的内容都会说明理由、依据和获取途径。",
            en: "Openness is the norm. What is not public says why, on which legal basis, and what you can do.",
          })}
        </p>
        <p className="quiet">
          {say({
            zh: "govgraph 示例门户，所有数据均为演示数据。",
            en: "An example portal on govgraph. All data is for demonstration.",
          })}
        </p>
      </div>
    </footer>
  );
};
