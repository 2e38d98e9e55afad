import { Challenge } from "../parts/challenge";
import { ConnectionState } from "../parts/connection-state";
import { KeyForm } from "../parts/key-form";
import { SessionForm } from "../parts/session-form";

export function SettingsPage() {
  return (
    <>
      <h1>Settings</h1>
      <ConnectionState />
      <Challenge />
      <SessionForm />
      <KeyForm />
    </>
  );
}
