// The photo of the upload tab: one that this page draws, or one that the person chooses.
const [WIDTH, HEIGHT] = [900, 1200];

export function isPhoto(value: unknown): boolean {
  return value === "drawn" || value === "choose";
}

export function photo(value: unknown): Promise<File> {
  return value === "choose" ? chosen() : drawn();
}

/** Another one at each time, so that a second upload is a second photo. */
function drawn(): Promise<File> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.reject(new Error("This browser draws no photo: write \"choose\"."));
  const shade = pen.createLinearGradient(0, 0, WIDTH, HEIGHT);
  shade.addColorStop(0, "#d8e4e2");
  shade.addColorStop(1, "#0a7d7d");
  pen.fillStyle = shade;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = "#17211f";
  pen.font = "64px sans-serif";
  pen.fillText(new Date().toLocaleTimeString(), 80, 620);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(new File([blob], "drawn.jpg", { type: blob.type }));
      else reject(new Error("This browser draws no photo: write \"choose\"."));
    }, "image/jpeg");
  });
}

function chosen(): Promise<File> {
  return new Promise((resolve, reject) => {
    const none = (): void => reject(new Error("No file was chosen."));
    const input = document.createElement("input");
    input.type = "file";
    input.accept = "image/*";
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) resolve(file);
      else none();
    });
    input.addEventListener("cancel", none);
    input.click();
  });
}
