"""FHIR R4: definitions as Questionnaires and back, answers as QuestionnaireResponses, any Questionnaire as a form."""
