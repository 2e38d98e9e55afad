// What every screen stands on: the calls, and what is known of the service and the accounts.
import { createContext, useContext } from "react";

import type { Api } from "./client";
import type { SessionPartsFragment, StartQuery } from "./generated";

export interface Shop {
  readonly api: Api;
  readonly can: StartQuery["capabilities"];
  readonly accounts: readonly SessionPartsFragment[];
  readonly session: SessionPartsFragment;
  readonly account: string;
  readonly keyed: boolean;
  choose(account: string): void;
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

export const ShopContext = createContext<Shop | null>(null);

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (!shop) throw new Error("no service around this part");
  return shop;
}
