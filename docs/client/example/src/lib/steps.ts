const IN_WORDS: Record<string, string> = {
  open: "Opening the page",
  account: "Reading whose account it is",
  photos: "Adding the photos",
  color: "Filling in the colour",
  details: "Filling in the details",
  parcel_size: "Choosing the parcel",
  review: "Reading the form back",
  picture: "Taking the picture",
  compare: "Comparing with what was approved",
  submit: "Publishing",
  outcome: "Waiting for what Vinted says",
  look_up: "Looking among your listings",
};

export function stepText(step: string | null): string {
  return step === null ? "" : (IN_WORDS[step] ?? `Filling in the ${step.replaceAll("_", " ")}`);
}
