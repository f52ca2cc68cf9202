package io.watchbill.rotation.holiday;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML file, with all that is in it. */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {

  /**
   * Reads a file.
   *
   * @param known elements that were read before, each by itself: equal ones are kept once
   */
  static XmlElement read(InputStream file, Map<XmlElement, XmlElement> known)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(file);
    reader.nextTag();
    return read(reader, known);
  }

  private static XmlElement read(XMLStreamReader reader, Map<XmlElement, XmlElement> known)
      throws XMLStreamException {
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i).intern());
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(read(reader, known));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    XmlElement element =
        new XmlElement(
            name, Map.copyOf(attributes), List.copyOf(children), text.toString().strip().intern());
    return known.computeIfAbsent(element, Function.identity());
  }

  /** Returns an attribute, when it is there. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns an attribute that must be there. */
  String required(String name) {
    return attribute(name)
        .orElseThrow(() -> new IllegalStateException("<" + this.name + "> has no " + name));
  }

  /** Returns the children of a name, in their order. */
  Stream<XmlElement> all(String name) {
    return children.stream().filter(child -> child.name.equals(name));
  }

  /** Returns the first child of a name, when there is one. */
  Optional<XmlElement> first(String name) {
    return all(name).findFirst();
  }

  /** Returns the first child of a name, which must be there. */
  XmlElement one(String name) {
    return first(name)
        .orElseThrow(() -> new IllegalStateException("<" + this.name + "> has no <" + name + ">"));
  }
}
