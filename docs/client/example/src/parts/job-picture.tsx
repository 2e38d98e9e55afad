import { useState } from "react";
import type { Job } from "../lib/answers";
import { useDesk } from "../state/desk";

/** The address of a picture is good for an hour: when it fails, a new one is asked for, once. */
export function JobPicture({ job }: { job: Job }) {
  const { refreshPicture } = useDesk();
  const [renewed, setRenewed] = useState(false);
  if (!job.picture_url) return null;

  function renew() {
    if (renewed) return;
    setRenewed(true);
    refreshPicture(job);
  }

  return <img className="picture" src={job.picture_url} alt="What Vinted shows" onError={renew} />;
}
