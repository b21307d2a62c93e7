/** The reader's situation, of which depends what has to be brought. */
import { useSay } from "../language.js";
import { goTo } from "../route.js";
import { Said } from "../ui/said.js";

interface SituationChoiceProps {
  /** Of the matter. */
  readonly id: string;
  readonly of: readonly { readonly situationId: string; readonly name: string }[];
  /** Empty where none was chosen. */
  readonly chosen: string;
}

/** The choice; nothing where the matter has one situation or none. */
export const SituationChoice = ({ id, of, chosen }: SituationChoiceProps) => {
  const say = useSay();
  if (of.length < 2) return null;
  const choices = [{ situationId: "", name: say({ zh: "还不确定，显示全部", en: "Not sure yet: show all" }) }, ...of];
  return (
    <fieldset className="situations">
      <legend>{say({ zh: "您的情形", en: "Your situation" })}</legend>
      {choices.map(({ situationId, name }) => (
        <label key={situationId} className="choice">
          <input
            type="radio"
            name="situation"
            checked={chosen === situationId}
            onChange={() => goTo(["matters", id], { situation: situationId })}
          />
          {situationId === "" ? name : <Said>{name}</Said>}
        </label>
      ))}
    </fieldset>
  );
};
