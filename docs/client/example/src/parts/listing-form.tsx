import type { FormEvent } from "react";
import type { Suggestion } from "../lib/answers";
import { errorOf, type ListingForm } from "../lib/form";
import { Link } from "../lib/route";
import { useDesk } from "../state/desk";
import { usePhotos } from "../state/photos";
import { Field } from "./field";
import { Thumbnail } from "./photo-list";
import { SuggestField } from "./suggest-field";

export function ListingFormView() {
  const { form, setForm, errors, prepared, prepare, busy } = useDesk();
  const { photos } = usePhotos();
  const change = (changed: Partial<ListingForm>) => setForm({ ...form, ...changed });
  const photosError = errorOf(errors, "photos");

  function submit(event: FormEvent) {
    event.preventDefault();
    prepare();
  }

  function chooseCategory({ parents, label, option_id }: Suggestion) {
    change({ category_hint: [...parents, label].join(" > "), categoryId: option_id });
  }

  return (
    <form onSubmit={submit}>
      <h2>{prepared ? "Correct the listing" : "The listing"}</h2>
      <Field label="Title" error={errorOf(errors, "title")}>
        {(attributes) => (
          <input
            {...attributes}
            autoFocus={prepared !== null}
            maxLength={100}
            value={form.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Price" error={errorOf(errors, "price")}>
        {(attributes) => (
          <input
            {...attributes}
            inputMode="decimal"
            value={form.price}
            onChange={(event) => change({ price: event.target.value })}
          />
        )}
      </Field>
      <Field label="Description" error={errorOf(errors, "description")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={6}
            maxLength={2000}
            value={form.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <SuggestField
        label="Category"
        field="category"
        value={form.category_hint}
        error={errorOf(errors, "category_hint")}
        onType={(category_hint) => change({ category_hint, categoryId: null })}
        onChoose={chooseCategory}
      />
      <SuggestField
        label="Brand"
        field="brand"
        value={form.brand}
        error={errorOf(errors, "brand")}
        onType={(brand) => change({ brand })}
        onChoose={({ label }) => change({ brand: label })}
      />
      <SuggestField
        label="Size"
        field="size"
        categoryId={form.categoryId}
        value={form.size}
        error={errorOf(errors, "size")}
        onType={(size) => change({ size })}
        onChoose={({ label }) => change({ size: label })}
      />
      <SuggestField
        label="Condition"
        field="condition"
        value={form.condition}
        error={errorOf(errors, "condition")}
        onType={(condition) => change({ condition })}
        onChoose={({ label }) => change({ condition: label })}
      />
      <SuggestField
        label="Colour"
        field="color"
        value={form.color}
        error={errorOf(errors, "color")}
        onType={(color) => change({ color })}
        onChoose={({ label }) => change({ color: label })}
      />
      <fieldset>
        <legend>Photos</legend>
        <ol className="photos">
          {photos.map((photo) => (
            <li key={photo.temp_id}>
              <Thumbnail url={photo.url} name={photo.filename} />
            </li>
          ))}
        </ol>
        {photos.length === 0 && <p>No photo yet.</p>}
        {photosError && <p className="error">{photosError}</p>}
        <Link to="/upload">Add or arrange photos</Link>
      </fieldset>
      <button type="submit" className="main" disabled={busy}>
        Prepare
      </button>
    </form>
  );
}
