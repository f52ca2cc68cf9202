package io.watchbill.kit.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Rules for the schemas of all requests and answers. */
final class CommonSchemas {
  private static final String ANY_JSON = "JsonNode";
  private static final String ID = "UUID";

  private final OpenAPI document;

  CommonSchemas(OpenAPI document) {
    this.document = document;
  }

  void describe() {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    if (schemas == null) {
      return;
    }
    if (schemas.containsKey(ANY_JSON)) {
      document
          .getComponents()
          .addSchema(ANY_JSON, OASFactory.createSchema().description("Any JSON value"));
    }
    Schema id = schemas.get(ID);
    if (id != null) {
      id.setPattern(null);
    }
    document.getComponents().getSchemas().values().forEach(CommonSchemas::describe);
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(CommonSchemas::describe));
  }

  private static void describe(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> parameter.getSchema() != null)
          .forEach(parameter -> describe(parameter.getSchema()));
    }
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      operation.getRequestBody().getContent().getMediaTypes().values().stream()
          .map(MediaType::getSchema)
          .filter(schema -> schema != null)
          .forEach(CommonSchemas::describe);
    }
  }

  private static void describe(Schema schema) {
    if (schema.getPattern() != null) {
      schema.setPattern(Patterns.portable(schema.getPattern()));
    }
    if (schema.getRef() != null && schema.getRef().endsWith("/" + ANY_JSON)) {
      schema.setType(null);
    }
    if (schema.getItems() != null) {
      describe(schema.getItems());
    }
    if (schema.getAdditionalPropertiesSchema() != null) {
      describe(schema.getAdditionalPropertiesSchema());
    }
    if (schema.getProperties() == null) {
      return;
    }
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    for (Map.Entry<String, Schema> property :
        new LinkedHashMap<>(schema.getProperties()).entrySet()) {
      describe(property.getValue());
      if (!required.contains(property.getKey())) {
        schema.addProperty(property.getKey(), nullable(property.getValue()));
      }
    }
  }

  /** Makes optional fields nullable: absent and null mean the same. */
  private static Schema nullable(Schema schema) {
    List<SchemaType> type = schema.getType();
    if (schema.getRef() == null && type != null && schema.getEnumeration() == null) {
      if (type.contains(SchemaType.NULL)) {
        return schema;
      }
      List<SchemaType> types = new ArrayList<>(type);
      types.add(SchemaType.NULL);
      schema.setType(types);
      return schema;
    }
    if (schema.getRef() == null && type == null) {
      return schema;
    }
    return OASFactory.createSchema()
        .addAnyOf(schema)
        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
  }
}
