import { Link, usePath } from "../lib/route";
import { ConnectionState } from "./connection-state";

const PAGES = [
  ["/settings", "Settings"],
  ["/upload", "Photos"],
  ["/listings", "Listings"],
] as const;

export function Menu() {
  const path = usePath();
  const shown = PAGES.some(([to]) => to === path) ? path : "/listings";
  return (
    <header className="menu">
      <nav aria-label="Pages">
        {PAGES.map(([to, name]) => (
          <Link key={to} to={to} aria-current={to === shown ? "page" : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <ConnectionState />
    </header>
  );
}
