/** A lattice window, open in the middle: the portal's picture of itself. */

/** The picture; it says nothing that the page does not. */
export const Window = () => (
  <svg className="window" viewBox="0 0 200 220" aria-hidden="true">
    <rect className="sky" x="10" y="10" width="180" height="200" />
    <circle className="sun" cx="100" cy="104" r="26" />
    <path d="M10 10h180v200H10z M22 22h156v176H22z" />
    <path d="M22 62h38v96H22 M178 62h-38v96h38 M60 62V22 M140 62V22 M60 158v40 M140 158v40" />
    <path d="M41 22v40 M41 158v40 M159 22v40 M159 158v40 M22 42h38 M22 178h38 M140 42h38 M140 178h38" />
    <path d="M41 62v96 M159 62v96 M22 94h38 M22 126h38 M140 94h38 M140 126h38" />
    <path d="M60 22h80v40H60z M60 158h80v40H60z M80 22v40 M120 22v40 M80 158v40 M120 158v40" />
  </svg>
);
