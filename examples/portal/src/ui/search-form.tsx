/** One field to search by words. */
import { useId } from "react";
import { type Text, useSay } from "../language.js";

interface SearchFormProps {
  readonly name: Text;
  readonly search: string;
  readonly placeholder: string;
  readonly onSearch: (words: string) => void;
}

/** The form; what was searched for stays in it. */
export const SearchForm = ({ name, search, placeholder, onSearch }: SearchFormProps) => {
  const id = useId();
  const say = useSay();
  return (
    <form
      key={search}
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(String(new FormData(event.currentTarget).get("search") ?? "").trim());
      }}
    >
      <label className="unseen" htmlFor={id}>
        {say(name)}
      </label>
      <input id={id} name="search" type="search" defaultValue={search} placeholder={placeholder} maxLength={64} />
      <button type="submit" className="button">
        {say({ zh: "查找", en: "Find" })}
      </button>
    </form>
  );
};
