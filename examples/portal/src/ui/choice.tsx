/** One of several, by a labelled list. */
import { type ReactNode, useId } from "react";
import { type Text, useSay } from "../language.js";

interface ChoiceProps {
  readonly name: Text;
  readonly value: string | number;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

/** The choice. */
export const Choice = ({ name, value, onChoose, children }: ChoiceProps) => {
  const id = useId();
  const say = useSay();
  return (
    <span className="field">
      <label htmlFor={id}>{say(name)}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </select>
    </span>
  );
};
