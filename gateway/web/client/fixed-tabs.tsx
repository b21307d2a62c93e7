/** Tabs that stay where they are: in the place of the library by which GraphiQL has them dragged, a tenth of the page. */
import type { HTMLAttributes, LiHTMLAttributes, Ref } from "react";

interface GroupProps extends HTMLAttributes<HTMLUListElement> {
  readonly ref?: Ref<HTMLUListElement>;
  readonly values: readonly unknown[];
  readonly onReorder: (values: readonly unknown[]) => void;
  readonly axis: string;
}

interface ItemProps extends Omit<LiHTMLAttributes<HTMLLIElement>, "value"> {
  readonly ref?: Ref<HTMLLIElement>;
  readonly value: unknown;
}

/** A plain list: each of its items holds two buttons, and a tab may hold none. */
const Group = ({ values: _values, onReorder: _onReorder, axis: _axis, role: _role, ...list }: GroupProps) => (
  <ul {...list} />
);

const Item = ({ value: _value, role: _role, "aria-selected": selected, ...item }: ItemProps) => (
  <li {...item} aria-current={selected} />
);

/** A list and its items. */
export const Reorder = { Group, Item };
